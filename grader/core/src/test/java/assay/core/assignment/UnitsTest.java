package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "30s, PT30S",
        "20m, PT20M",
        "12h, PT12H",
        "7d, P7D",
        "0s, PT0S",
        "999999999d, P999999999D"
    })
    void durations_have_a_unit(String text, Duration duration) {
        assertThat(Units.duration(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "30 s", "-30s", "1.5h", "7D", "1h30m", "9999999999d", "٣s", "P7D"})
    void anything_else_is_no_duration(String text) {
        assertThat(Units.duration(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0B, 0", "1KiB, 1024", "512MiB, 536870912", "2GiB, 2147483648"})
    void sizes_have_a_binary_unit(String text, long bytes) {
        assertThat(Units.size(text)).contains(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "512", "512MB", "512mib", "1.5GiB", "-1KiB", "9999999999B"})
    void anything_else_is_no_size(String text) {
        assertThat(Units.size(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0%, 0.00", "15%, 0.15", "12.5%, 0.125", "100%, 1.00"})
    void percentages_are_shares(String text, BigDecimal share) {
        assertThat(Units.percent(text)).contains(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0.15", "101%", "100.1%", "-1%", "15 %", "1e1%", "%"})
    void anything_else_is_no_percentage(String text) {
        assertThat(Units.percent(text)).isEmpty();
    }
}
