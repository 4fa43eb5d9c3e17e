package assay.sandbox.docker;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of one of the engine's containers, by its id and its start: started again, it is another. */
final class ContainerRun {
    static final String NONE = "-";

    /** What an engine mounts into each of its containers, from a folder named by its id. */
    private static final Pattern OWN = Pattern.compile("/([0-9a-f]{64})/(?:userdata/)?hostname /etc/hostname ");

    private ContainerRun() {}

    /** In which this process runs itself, such as a worker that has the engine's socket; none if in none of this engine's. */
    static String ofThisProcess(Engine engine) {
        try {
            Matcher own = OWN.matcher(Files.readString(Path.of("/proc/self/mountinfo")));
            return own.find() ? current(engine, own.group(1)) : NONE;
        } catch (IOException e) {
            return NONE; // not Linux
        }
    }

    static boolean isOver(Engine engine, String run) {
        return !current(engine, run.split("@", -1)[0]).equals(run);
    }

    /** Of the container with that id; none if it does not run. */
    static String current(Engine engine, String id) {
        try {
            ContainerState state =
                    engine.client().inspectContainerCmd(id).exec().getState();
            return Boolean.TRUE.equals(state.getRunning()) ? id + "@" + state.getStartedAt() : NONE;
        } catch (NotFoundException e) {
            return NONE;
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.ENGINE, "look for a container", e);
        }
    }
}
