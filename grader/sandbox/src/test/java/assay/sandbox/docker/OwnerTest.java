package assay.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnerTest {
    /** This host has one process: 7, started at 1000. */
    private static final Owner.Processes PROCESSES = pid -> pid == 7 ? Optional.of(1000L) : Optional.empty();

    private static final Predicate<String> OVER = "over@1"::equals;

    private static final Owner HERE = new Owner("host", "boot", "pid:[1]", "1000", 1, 1, "-");

    @ParameterizedTest
    @CsvSource({
        "host, boot, pid:[1], 1000, 7, 1000, -, false", // alive
        "host, boot, pid:[1], 1000, 7, 999, -, true", // another process has its number now
        "host, boot, pid:[1], 1000, 7, 0, -, false", // nobody knows when it was started
        "host, boot, pid:[1], 1000, 8, 1000, -, true", // no such process
        "host, other, pid:[1], 1000, 7, 1000, -, true", // the host was started since
        "elsewhere, boot, pid:[1], 1000, 8, 1000, -, false", // nobody can tell
        "host, boot, pid:[2], 1000, 8, 1000, -, false", // in a container of another engine
        "host, boot, pid:[1], 1001, 8, 1000, -, false", // another user's, perhaps hidden
        "x, boot, pid:[2], 0, 1, 1000, over@1, true", // in a container of this engine
        "x, boot, pid:[2], 0, 1, 1000, runs@1, false",
    })
    void a_process_is_gone_if_that_is_certain(
            String host, String boot, String processes, String user, long pid, long started, String run, boolean gone) {
        assertThat(new Owner(host, boot, processes, user, pid, started, run).isGone(HERE, PROCESSES, OVER))
                .isEqualTo(gone);
    }

    @Test
    void of_a_host_without_a_name_nothing_is_certain() {
        Owner here = new Owner("unknown", "boot", "pid:[1]", "1000", 1, 1, "-");

        assertThat(new Owner("unknown", "other", "pid:[1]", "1000", 8, 1, "-").isGone(here, PROCESSES, OVER))
                .isFalse();
    }

    @Test
    void who_is_in_the_same_container_is_told_by_the_process() {
        Owner here = new Owner("x", "boot", "pid:[2]", "0", 1, 1, "runs@1");

        assertThat(new Owner("x", "boot", "pid:[2]", "0", 7, 1000, "runs@1").isGone(here, PROCESSES, OVER))
                .isFalse();
        assertThat(new Owner("x", "boot", "pid:[2]", "0", 8, 1000, "runs@1").isGone(here, PROCESSES, OVER))
                .isTrue();
    }

    @Test
    void a_label_says_it_all() {
        Owner owner = Owner.ofThisProcess(ContainerRun.NONE);

        assertThat(Owner.of(Map.of(Owner.LABEL, owner.label()))).contains(owner);
        assertThat(owner.isGone(owner, Owner.Processes.ofThisHost(), OVER)).isFalse();
    }

    /** Or else whoever starts after the clock was set takes those who started before for gone. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_start_is_counted_from_the_start_of_the_host_and_not_by_the_clock() throws Exception {
        double uptime =
                Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
        double ticksPerSecondAtMost = 1000;

        assertThat((double) Owner.ofThisProcess(ContainerRun.NONE).started())
                .isPositive()
                .isLessThan(uptime * ticksPerSecondAtMost);
    }

    @ParameterizedTest
    @CsvSource({"''", "host boot", "host boot pid 0 x 1", "host boot 1 2", "a b c d 1 2", "a b c d 1 2 - 3"})
    void other_labels_are_not_ours(String label) {
        assertThat(Owner.of(Map.of(Owner.LABEL, label))).isEmpty();
    }
}
