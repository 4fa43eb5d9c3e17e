package assay.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundedTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.045S, 45 ms",
        "PT9.999S, 9 s 999 ms",
        "PT10.999S, 10 s",
        "PT26H1M2.994S, 1 day 2 h 1 min 2 s"
    })
    void milliseconds_are_told_where_there_are_few(Duration length, String words) {
        assertThat(Rounded.words(length)).isEqualTo(words);
    }
}
