package assay.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CpuAccountTest {
    @Test
    void version_2_counts_microseconds() {
        assertThat(CpuAccount.parse("usage_usec 1234567\nuser_usec 1000000\nsystem_usec 234567\n"))
                .isEqualTo(Duration.ofNanos(1_234_567_000));
    }

    @Test
    void version_1_counts_nanoseconds() {
        assertThat(CpuAccount.parse("1234567890\n")).isEqualTo(Duration.ofNanos(1_234_567_890));
    }
}
