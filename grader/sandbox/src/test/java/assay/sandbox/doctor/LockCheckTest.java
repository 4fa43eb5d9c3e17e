package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.doctor.Check.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockCheckTest {
    private static final String LOCKED = """
            Name:\tjava
            Uid:\t65532\t65532\t65532\t65532
            CapEff:\t0000000000000000
            NoNewPrivs:\t1
            Seccomp:\t2
            Interfaces: 1
            Root: closed
            """;

    @ParameterizedTest
    @CsvSource({
        "NoSuchLine:, NoSuchLine:, OK",
        "CapEff:\t0000000000000000, CapEff:\t00000000a80425fb, FAIL",
        "NoNewPrivs:\t1, NoNewPrivs:\t0, FAIL",
        "Seccomp:\t2, Seccomp:\t0, FAIL",
        "Uid:\t65532, Uid:\t0, FAIL",
        "Interfaces: 1, Interfaces: 2, FAIL",
        "Root: closed, Root: writable, FAIL",
        "CapEff:, Other:, FAIL",
        "NoNewPrivs:, Other:, OK",
    })
    void each_part_of_the_lock_counts(String locked, String found, Status status) {
        assertThat(LockCheck.found(LOCKED.replace(locked, found)).status()).isEqualTo(status);
    }
}
