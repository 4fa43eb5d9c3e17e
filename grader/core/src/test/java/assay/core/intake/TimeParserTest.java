package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeParserTest {
    @ParameterizedTest
    @CsvSource({
        "2022-09-19T23:59:59+08:00, 2022-09-19T15:59:59Z",
        "2022-09-19T15:59:59Z, 2022-09-19T15:59:59Z",
        "2022-09-19T15:59:59.001Z, 2022-09-19T15:59:59.001Z",
        "2022-09-19T23:59+08:00, 2022-09-19T15:59:00Z",
        "2022-09-19T23:59:59+08:00[Asia/Singapore], 2022-09-19T15:59:59Z",
        "2024-02-29T00:00:00-05:30, 2024-02-29T05:30:00Z",
    })
    void a_time_with_its_zone_is_an_instant(String text, Instant instant) {
        assertThat(TimeParser.instant(text)).isEqualTo(new Parsed.Value<>(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "yesterday, 'yesterday' is not a time",
        "2022-09-19T23:59:59, does not say its zone",
        "2022-09-19, is not a time",
        "2022-09-19 23:59:59+08:00, is not a time",
        "2023-02-29T00:00:00Z, is not a time",
        "2022-09-19T24:00:01Z, is not a time",
        "1963663199, is not a time",
        "+999999999-12-31T23:59:59Z, lies outside the years",
        "1969-12-31T23:59:59Z, lies outside the years",
    })
    void anything_else_is_told(String text, String why) {
        assertThat(TimeParser.instant(text))
                .isInstanceOfSatisfying(
                        Parsed.Bad.class, bad -> assertThat(bad.why()).contains(why));
    }

    @ParameterizedTest
    @CsvSource({"P2D, PT48H", "PT12H, PT12H", "P1DT30M, PT24H30M", "PT0.001S, PT0.001S", "p2d, PT48H"})
    void an_extension_may_be_a_duration(String text, java.time.Duration duration) {
        assertThat(TimeParser.extension(text)).isEqualTo(new Parsed.Value<>(new Extension.By(duration)));
    }

    @ParameterizedTest
    @CsvSource({"2022-09-21T23:59:59+08:00, 2022-09-21T15:59:59Z"})
    void an_extension_may_be_a_deadline(String text, Instant until) {
        assertThat(TimeParser.extension(text)).isEqualTo(new Parsed.Value<>(new Extension.Until(until)));
    }

    @ParameterizedTest
    @CsvSource({
        "2 days, is not a time",
        "P2, is not an ISO duration",
        "P1W, is not an ISO duration",
        "P0D, is not between",
        "-P2D, is not a time",
        "P-2D, is not between",
        "P99999999999999999D, is not an ISO duration",
        "P4000D, is not between",
    })
    void no_other_extension_is_taken(String text, String why) {
        assertThat(TimeParser.extension(text))
                .isInstanceOfSatisfying(
                        Parsed.Bad.class, bad -> assertThat(bad.why()).contains(why));
    }
}
