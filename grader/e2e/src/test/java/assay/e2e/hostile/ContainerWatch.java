package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notes which containers this process had, and looks for traces of them on the host: containers, processes, mounts and
 * folders. By their ids, since others may use the engine meanwhile.
 */
final class ContainerWatch implements HostWatch {
    private static final Pattern CONTAINER =
            Pattern.compile("\"Id\":\"([0-9a-f]{64})\"(?:(?!\"Id\":).)*?\"assay.owner\":\"([^\"]*)\"");
    private static final int MOST_AT_A_TIME = 40;

    private final Engine engine;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int most;

    ContainerWatch(Engine engine) {
        this.engine = engine;
        Thread.ofPlatform().daemon().name("container-watch").start(this::look);
    }

    @Override
    public void assertNothingLeft() {
        assertThat(seen).as("containers seen").isNotEmpty();
        assertThat(most).as("containers at a time").isLessThan(MOST_AT_A_TIME);
        assertThat(containers()).as("containers").isEmpty();
        assertThat(traces(Path.of("/proc/self/mountinfo"))).as("mounts").isEmpty();
        assertThat(processes()).as("processes").isEmpty();
        assertThat(seen.stream()
                        .map(id -> Path.of("/var/lib/docker/containers", id))
                        .filter(Files::exists))
                .as("folders")
                .isEmpty();
    }

    @Override
    public void close() {
        over.countDown();
    }

    private void look() {
        try {
            do {
                List<String> now = containers();
                seen.addAll(now);
                most = Math.max(most, now.size());
            } while (!over.await(200, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> containers() {
        String own = " " + ProcessHandle.current().pid() + " ";
        Matcher each = CONTAINER.matcher(engine.get("/containers/json?all=true"));
        return each.results()
                .filter(one -> one.group(2).contains(own))
                .map(one -> one.group(1))
                .toList();
    }

    private List<String> processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .flatMap(path -> traces(path.resolve("cgroup")).stream())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the processes of this host cannot be listed", e);
        }
    }

    /** Lines that name one of the containers; none where the file is not there, or not any more. */
    private List<String> traces(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> seen.stream().anyMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
