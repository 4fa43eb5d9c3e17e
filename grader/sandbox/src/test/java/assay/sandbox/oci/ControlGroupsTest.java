package assay.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.sandbox.jail.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over folders that look like the kernel's, since a machine has one version of them. */
final class ControlGroupsTest {
    private static final DataSize MEMORY = DataSize.ofMebibytes(256);

    @TempDir
    private Path root;

    @Test
    void version_2_has_all_limits_in_one_folder_and_hands_controllers_down_to_it() throws IOException {
        Files.createFile(root.resolve("cgroup.controllers"));
        Path group = Files.createDirectories(root.resolve("assay/owner/name"));
        Files.createFile(group.resolve("memory.swap.max"));

        ControlGroup made = create("name", Bounds.KERNELS);

        assertThat(made.path()).isEqualTo("/assay/owner/name");
        assertThat(group.resolve("memory.max")).hasContent("268435456");
        assertThat(group.resolve("memory.swap.max")).hasContent("0");
        assertThat(group.resolve("cpu.max")).hasContent("100000 100000");
        assertThat(group.resolve("pids.max")).hasContent("128");
        for (String above : List.of("", "assay", "assay/owner")) {
            assertThat(root.resolve(above).resolve("cgroup.subtree_control")).hasContent("+cpu +memory +pids");
        }
    }

    /** As where Assay is root in a container: there the kernel refuses to hand down what processes are in. */
    @Test
    void processes_step_aside_from_a_top_that_is_not_the_machines_own() throws IOException {
        Files.createFile(root.resolve("cgroup.controllers"));
        Files.writeString(root.resolve("cgroup.procs"), "1\n");
        create("name", Bounds.KERNELS);
        assertThat(root.resolve("assay-callers")).doesNotExist();

        Files.writeString(root.resolve("cgroup.type"), "domain\n");
        create("another", Bounds.KERNELS);

        assertThat(root.resolve("assay-callers/cgroup.procs")).hasContent("1");
    }

    @Test
    void what_trains_has_more_processors_and_processes() throws IOException {
        Files.createFile(root.resolve("cgroup.controllers"));

        create("name", Bounds.training(4));

        assertThat(root.resolve("assay/owner/name/cpu.max")).hasContent("400000 100000");
        assertThat(root.resolve("assay/owner/name/pids.max")).hasContent("512");
    }

    @Test
    void version_2_counts_in_microseconds_and_tells_kills_for_want_of_memory() throws IOException {
        Files.createFile(root.resolve("cgroup.controllers"));
        ControlGroup made = create("name", Bounds.KERNELS);
        Files.writeString(made.cpu(), "usage_usec 1234567\nuser_usec 1000000\n");
        Files.writeString(made.memoryEvents(), "max 7\noom 1\noom_kill 0\n");

        assertThat(made.cpuUsed()).contains(Duration.ofNanos(1_234_567_000));
        assertThat(made.outOfMemory()).isFalse();
        Files.writeString(made.memoryEvents(), "max 7\noom 1\noom_kill 2\n");
        assertThat(made.outOfMemory()).isTrue();
        Files.writeString(made.memoryEvents(), "max 7\noom 0\noom_kill 1\n"); // of the machine, or of a group above
        assertThat(made.outOfMemory()).isFalse();
    }

    @Test
    void version_1_has_a_folder_for_each_controller() throws IOException {
        for (String controller : List.of("memory", "cpu", "cpuacct", "pids", "devices")) {
            Files.createDirectories(root.resolve(controller));
            Files.createFile(root.resolve(controller).resolve("cgroup.procs"));
        }
        Files.createFile(root.resolve("memory/memory.limit_in_bytes"));
        Files.createDirectories(root.resolve("memory/assay/owner/name"));
        Files.createFile(root.resolve("memory/assay/owner/name/memory.memsw.limit_in_bytes"));

        ControlGroup made = create("name", Bounds.KERNELS);
        Files.writeString(made.cpu(), "1234567890\n");
        Files.writeString(made.memoryEvents(), "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");

        assertThat(root.resolve("memory/assay/owner/name/memory.limit_in_bytes"))
                .hasContent("268435456");
        assertThat(root.resolve("memory/assay/owner/name/memory.memsw.limit_in_bytes"))
                .hasContent("268435456");
        assertThat(root.resolve("cpu/assay/owner/name/cpu.cfs_quota_us")).hasContent("100000");
        assertThat(root.resolve("pids/assay/owner/name/pids.max")).hasContent("128");
        assertThat(made.cpuUsed()).contains(Duration.ofNanos(1_234_567_890));
        Path peak = root.resolve("memory/assay/owner/name/memory.max_usage_in_bytes");
        Files.writeString(peak, "40000000\n"); // less than its limit: of the machine, or of a group above
        assertThat(made.outOfMemory()).isFalse();
        Files.writeString(peak, "268431360\n");
        assertThat(made.outOfMemory()).isTrue();
        assertThat(made.folders()).contains(root.resolve("devices/assay/owner/name")); // the runtime makes that one
    }

    @Test
    void what_has_been_removed_has_no_account() {
        Path nowhere = root.resolve("nowhere");
        ControlGroup gone = new ControlGroup("/gone", List.of(nowhere), nowhere, nowhere, () -> false, nowhere);

        assertThat(gone.cpuUsed()).isEmpty();
        assertThat(gone.outOfMemory()).isFalse();
        assertThat(gone.kill()).isZero();
        assertThat(gone.remove()).isTrue();
    }

    @Test
    void a_machine_without_an_account_of_memory_is_told() {
        assertThat(Rights.ofRoot(root, List.of("         0          0 4294967295")))
                .isInstanceOfSatisfying(
                        Rights.Claim.Refused.class,
                        refused -> assertThat(refused.obstacle().why()).contains("no control groups"));
    }

    @Test
    void root_of_a_container_without_users_to_give_away_is_told() {
        assertThat(Rights.ofRoot(root, List.of("         0     100000      65536")))
                .isInstanceOfSatisfying(
                        Rights.Claim.Refused.class,
                        refused -> assertThat(refused.obstacle().why()).contains("too few users"));
    }

    private ControlGroup create(String name, Bounds bounds) {
        return ControlGroups.at(root).orElseThrow().create("owner", name, MEMORY, bounds);
    }
}
