package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what containers without an engine could leave: folders, mounts, control groups and processes in them. */
final class RuntimeWatch implements HostWatch {
    private static final Path HOMES = Path.of("/run/assay-oci");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final int DEPTH_OF_GROUPS = 3;

    /** How the names of all that is this process's begin. */
    private final String own = ProcessHandle.current().pid() + "-";

    @Override
    public void assertNothingLeft() {
        assertThat(named(HOMES, 1)).as("folders").isEmpty();
        assertThat(named(GROUPS, DEPTH_OF_GROUPS)).as("control groups").isEmpty();
        assertThat(mounts()).as("mounts").isEmpty();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .as("child processes")
                .isEmpty();
    }

    @Override
    public void close() {
        // Nothing runs meanwhile.
    }

    private List<Path> named(Path top, int depth) {
        try (Stream<Path> all = Files.find(
                top, depth, (path, is) -> String.valueOf(path.getFileName()).startsWith(own))) {
            return all.toList();
        } catch (IOException e) {
            throw new AssertionError(top + " cannot be searched", e);
        }
    }

    private List<String> mounts() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                    .filter(line -> line.contains(HOMES + "/" + own))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the mounts cannot be listed", e);
        }
    }
}
