package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    @ParameterizedTest
    @CsvSource({
        // submissions, wall, CPU, own CPU -> a minute, CPU each, own CPU each
        "200, PT60S,  PT100S, PT20S, 200.0, 0.5, 0.1",
        "200, PT120S, PT100S, PT0S,  100.0, 0.5, 0.0",
        "1,   PT0.5S, PT2S,   PT1S,  120.0, 2.0, 1.0",
    })
    void rates_are_by_the_submission(
            int submissions, Duration wall, Duration cpu, Duration own, double aMinute, double each, double ownEach) {
        Measurement measured = new Measurement(
                new Usage(wall, cpu, own, own), Collections.nCopies(submissions, Duration.ofSeconds(1)));
        assertThat(measured.submissionsPerMinute()).isCloseTo(aMinute, within(1e-9));
        assertThat(measured.cpuSecondsPerSubmission()).isCloseTo(each, within(1e-9));
        assertThat(measured.ownCpuSecondsPerSubmission()).isCloseTo(ownEach, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"50, 5.0", "90, 9.0", "100, 9.0"})
    void walls_are_ranked_whatever_their_order(int percentile, double seconds) {
        List<Duration> walls = LongStream.rangeClosed(1, 9)
                .map(number -> number * 7 % 10) // 7, 4, 1, 8, 5, 2, 9, 6, 3
                .mapToObj(Duration::ofSeconds)
                .toList();
        assertThat(measured(walls).wallSeconds(percentile)).isCloseTo(seconds, within(1e-9));
    }

    @Test
    void one_alone_is_every_percentile() {
        Measurement one = measured(List.of(Duration.ofMillis(1250)));
        assertThat(one.wallSeconds(50)).isEqualTo(1.25);
        assertThat(one.wallSeconds(95)).isEqualTo(1.25);
    }

    @Test
    void nothing_is_no_measurement() {
        assertThatThrownBy(() -> measured(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Measurement measured(List<Duration> walls) {
        return new Measurement(new Usage(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO), walls);
    }
}
