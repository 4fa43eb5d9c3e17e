package assay.sandbox.oci;

import static assay.sandbox.contract.Student.LIMITS;
import static assay.sandbox.contract.Student.call;
import static assay.sandbox.contract.Student.compile;
import static assay.sandbox.contract.Student.onThreeNumbers;
import static assay.sandbox.contract.Student.relu;
import static assay.sandbox.contract.Student.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.port.CallOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import assay.sandbox.jail.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing is left, whatever happens; and nothing of others is touched. */
@Tag("docker")
@Tag("alone")
@ExtendWith(WhereOciWorks.class)
final class OciLifecycleTest {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String OWN = ProcessHandle.current().pid() + "-";
    private static final OciSettings ALONE = new OciSettings("runc", 0);

    @Test
    void closing_leaves_no_process_no_group_and_no_file() throws IOException {
        List<Path> before = left();
        Sandbox sandbox = Oci.open(OciSettings.DEFAULT);
        SandboxSession used = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF);
        assertThat(used.call(onThreeNumbers(1))).isInstanceOf(CallOutcome.Returned.class);
        assertThat(left()).hasSizeGreaterThan(before.size());

        sandbox.close();

        assertThat(left()).isEqualTo(before);
        assertThat(ProcessHandle.current().children()).noneMatch(OciLifecycleTest::isRuntime);
    }

    @Test
    void what_a_dead_process_left_is_ended_and_removed_and_what_a_live_one_has_is_not() throws IOException {
        Rights rights = Oci.rights();
        Path dead = rights.home().resolve("4000000000-dead");
        Files.createDirectories(dead.resolve("state"));
        Files.write(
                rights.home().resolve("4000000000-dead.lock"),
                rights.groups().of("4000000000-dead").stream()
                        .map(Path::toString)
                        .toList());
        ControlGroup group =
                rights.groups().create("4000000000-dead", "container", DataSize.ofMebibytes(64), Bounds.KERNELS);
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Files.writeString(group.processes(), Long.toString(orphan.pid()));

        try (Sandbox alive = Oci.open(ALONE)) {
            assertThat(orphan.onExit().join().exitValue()).isEqualTo(137);
            assertThat(dead).doesNotExist();
            assertThat(group.processes()).doesNotExist();

            Oci.open(ALONE).close(); // looks for leftovers again

            assertThat(call(alive, relu(right()))).isInstanceOf(CallOutcome.Returned.class);
        }
    }

    @Test
    void a_container_that_somebody_kills_is_our_fault() throws IOException {
        try (Sandbox sandbox = Oci.open(ALONE);
                SandboxSession session = sandbox.open(compile(sandbox, relu(right())), LIMITS, Pace.BRIEF)) {
            for (Path processes : withName("cgroup.procs")) {
                Files.readAllLines(processes)
                        .forEach(id -> ProcessHandle.of(Long.parseLong(id)).ifPresent(ProcessHandle::destroyForcibly));
            }

            assertThatThrownBy(() -> session.call(onThreeNumbers(1)))
                    .isInstanceOf(GraderFault.class)
                    .hasMessageContaining("something outside it killed it");
        }
    }

    @Test
    void a_runtime_that_is_not_there_is_told() {
        assertThatThrownBy(() -> Oci.open(new OciSettings("no-such-runtime", 0)))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("no-such-runtime");
    }

    @Test
    void the_description_says_what_runs() {
        try (Sandbox sandbox = Oci.open(ALONE)) {
            assertThat(sandbox.description())
                    .containsEntry("kind", "oci")
                    .containsEntry("runtime", "runc")
                    .containsKeys("runtime.version", "image", "java", "cgroups", "rights");
        }
    }

    private static boolean isRuntime(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("runc");
    }

    /** Of this process: folders of containers and control groups. */
    private static List<Path> left() throws IOException {
        try (Stream<Path> homes = Files.list(Oci.rights().home())) {
            return Stream.concat(homes.filter(OciLifecycleTest::isOurs), groups())
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> groups() throws IOException {
        try (Stream<Path> below = Files.walk(GROUPS)) {
            return below.filter(Files::isDirectory).filter(OciLifecycleTest::isOurs).toList().stream();
        }
    }

    private static List<Path> withName(String name) throws IOException {
        return groups().map(group -> group.resolve(name)).filter(Files::exists).toList();
    }

    private static boolean isOurs(Path path) {
        return String.valueOf(path.getFileName()).startsWith(OWN);
    }
}
