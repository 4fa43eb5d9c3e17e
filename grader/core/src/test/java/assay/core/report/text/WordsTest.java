package assay.core.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "2022-09-19T15:59:59Z, Asia/Singapore, '19 September 2022, 23:59:59 (Asia/Singapore, UTC+08:00)'",
        "2022-09-19T15:59:59.001Z, Asia/Singapore, '19 September 2022, 23:59:59.001 (Asia/Singapore, UTC+08:00)'",
        "2022-10-30T00:30:00Z, Europe/Kyiv, '30 October 2022, 03:30:00 (Europe/Kyiv, UTC+03:00)'",
        "2022-10-30T01:30:00Z, Europe/Kyiv, '30 October 2022, 03:30:00 (Europe/Kyiv, UTC+02:00)'",
        "2022-09-19T15:59:59Z, UTC, '19 September 2022, 15:59:59 (UTC)'"
    })
    void an_instant_stands_with_zone_and_offset(Instant instant, String zone, String words) {
        assertThat(Words.instant(instant, ZoneId.of(zone))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.001S, 1 ms",
        "PT0.0000001S, less than 1 ms",
        "PT24H, 1 day",
        "PT48H0.001S, 2 days 1 ms",
        "PT47H49M, 1 day 23 h 49 min"
    })
    void a_duration_leaves_nothing_out(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT0.0018402S, 1.84 ms", "PT0.0123S, 12.3 ms", "PT0.5S, 500 ms", "PT1.25S, 1.25 s", "PT20S, 20.00 s"})
    void elapsed_time_has_three_digits(Duration wall, String words) {
        assertThat(Words.elapsed(wall)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3.2e-15, 3.2e-15",
        "1e-8, 1.0e-8",
        "0.0034, 3.4e-3",
        "0.25, 0.250",
        "1.2843, 1.28",
        "617.4, 617",
        "1e20, 1.0e20",
        "NaN, not a number",
        "-Infinity, -infinity"
    })
    void an_error_has_two_or_three_digits(double error, String words) {
        assertThat(Words.error(error)).isEqualTo(words);
    }
}
