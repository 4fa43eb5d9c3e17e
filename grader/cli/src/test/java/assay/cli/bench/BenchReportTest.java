package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.domain.DataSize;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {
    private static final double BUSY = 0.5;

    @ParameterizedTest
    @CsvSource({
        // seconds and CPU seconds of 10 submissions: ours, plain -> ratios
        "10, 8, 60, 80, 6.0, 10.0",
        "10, 8, 10, 8,  1.0, 1.0",
        "20, 8, 10, 4,  0.5, 0.5",
    })
    void ratios_say_how_many_times_better(
            long ours, long oursCpu, long plain, long plainCpu, double throughput, double cpu) {
        BenchReport report = report(measured(ours, oursCpu), measured(plain, plainCpu), 0);
        assertThat(report.throughputRatio()).isCloseTo(throughput, within(1e-9));
        assertThat(report.cpuRatio()).isCloseTo(cpu, within(1e-9));
    }

    @Test
    void a_person_reads_every_figure() {
        String text = BenchText.of(report(measured(10, 8), measured(60, 80), 0));
        assertThat(text)
                .contains(
                        "Left out, for they cannot be read or run into a limit by design: mei",
                        "cs5242-hw4                          48    2.50 s     0.050 s",
                        "submissions a minute              60.0      10.0       6.0 x",
                        "CPU time of a submission        0.80 s    8.00 s      10.0 x",
                        "wall time, 95th percentile      1.00 s    1.00 s",
                        "peak memory of grading         300 MiB",
                        "of 9 of 10 submissions (4 green)",
                        "Not of: ada-0003")
                .doesNotContain("the machine was busy");
    }

    @Test
    void a_person_is_told_that_the_machine_was_busy() {
        assertThat(BenchText.of(report(measured(10, 8), measured(60, 80), BUSY)))
                .contains("the machine was busy");
    }

    @Test
    void a_program_finds_every_figure_by_its_name() {
        JsonNode json = JsonMapper.shared().readTree(BenchJson.of(report(measured(10, 8), measured(60, 80), 0)));
        assertThat(json.at("/docker/submissions_per_minute").doubleValue()).isCloseTo(60, within(1e-9));
        assertThat(json.at("/docker/cpu_seconds_per_submission").doubleValue()).isCloseTo(0.8, within(1e-9));
        assertThat(json.at("/plain/submissions_per_minute").doubleValue()).isCloseTo(10, within(1e-9));
        assertThat(json.at("/plain/cpu_seconds_per_submission").doubleValue()).isCloseTo(8, within(1e-9));
        assertThat(json.at("/goldens/0/cold_seconds").doubleValue()).isCloseTo(2.5, within(1e-9));
        assertThat(json.at("/goldens/0/stored_seconds").doubleValue()).isCloseTo(0.05, within(1e-9));
        assertThat(json.at("/peak_memory_bytes").longValue()).isEqualTo(300L << 20);
    }

    private static Measurement measured(long wall, long cpu) {
        return new Measurement(
                new Usage(Duration.ofSeconds(wall), Duration.ofSeconds(cpu), Duration.ofSeconds(1)),
                Collections.nCopies(10, Duration.ofSeconds(1)));
    }

    private static BenchReport report(Measurement docker, Measurement plain, double busy) {
        return new BenchReport(
                "cs5242-hw4",
                new BenchSettings(10, 10, 2, false),
                2,
                busy,
                List.of("mei"),
                List.of(new GoldenTime("cs5242-hw4", 48, Duration.ofMillis(2500), Duration.ofMillis(50))),
                docker,
                plain,
                48,
                12,
                new Agreement(10, 4, List.of("ada-0003")),
                DataSize.ofMebibytes(300));
    }
}
