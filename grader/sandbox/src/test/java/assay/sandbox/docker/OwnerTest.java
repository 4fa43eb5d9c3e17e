package assay.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnerTest {
    /** This host has one process: 7, started at 1000. */
    private static final Owner.Processes PROCESSES = pid -> pid == 7 ? Optional.of(1000L) : Optional.empty();

    private static final Owner HERE = new Owner("host", "boot", 1, 1);

    @ParameterizedTest
    @CsvSource({
        "host, boot, 7, 1000, false", // alive
        "host, boot, 7, 999, true", // another process has its number now
        "host, boot, 7, 0, false", // nobody knows when it was started
        "host, boot, 8, 1000, true", // no such process
        "host, other, 7, 1000, true", // the host was started since
        "elsewhere, boot, 8, 1000, false", // nobody can tell
    })
    void a_process_is_gone_if_that_is_certain(String host, String boot, long pid, long started, boolean gone) {
        assertThat(new Owner(host, boot, pid, started).isGone(HERE, PROCESSES)).isEqualTo(gone);
    }

    @Test
    void a_label_says_it_all() {
        Owner owner = Owner.ofThisProcess();

        assertThat(Owner.of(Map.of(Owner.LABEL, owner.label()))).contains(owner);
        assertThat(owner.isGone(owner, Owner.Processes.ofThisHost())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "host boot", "host boot x 1", "a b 1 2 3"})
    void other_labels_are_not_ours(String label) {
        assertThat(Owner.of(Map.of(Owner.LABEL, label))).isEmpty();
    }
}
