package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.RunUsage;
import assay.core.port.CallOutcome.Cause;
import assay.core.port.CallOutcome.Killed;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseMessagesTest {
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(30),
            Duration.ofMillis(500),
            Duration.ofMillis(2500),
            DataSize.ofMebibytes(512),
            DataSize.ofKibibytes(256));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPU_TIME | ''                        | Stopped after 500 ms of processor time;",
                "WALL_TIME| ''                        | Stopped after 2.5 s;",
                "OUTPUT   | ''                        | Stopped for printing more than 256 KiB;",
                "OUTPUT   | it printed more than that | Stopped for printing more than 256 KiB;",
                "OUTPUT   | its result is too large   | Stopped: its result is too large.",
            })
    void an_end_says_which_limit_it_was(Cause cause, String detail, String start) {
        assertThat(CaseMessages.killed(new Killed(cause, detail, RunUsage.NONE, ""), LIMITS))
                .startsWith(start);
    }
}
