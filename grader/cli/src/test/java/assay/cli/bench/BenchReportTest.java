package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.domain.DataSize;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {
    private static final double BUSY = 0.5;

    @Test
    void ratios_say_how_many_times_better() {
        BenchReport report = report(0);
        assertThat(report.throughputRatio("docker", "plain").orElseThrow()).isCloseTo(6, within(1e-9));
        assertThat(report.cpuRatio("plain", "docker").orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(report.cpuRatio("docker", "floor").orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(report.throughputRatio("maven", "plain")).isEmpty();
    }

    @Test
    void the_largest_class_with_the_most_jobs_stands_for_its_way() {
        Result standing = report(0).of("docker").orElseThrow();
        assertThat(standing.measurement().submissions()).isEqualTo(10);
        assertThat(standing.jobs()).isEqualTo(2);
    }

    @Test
    void a_person_reads_every_figure() {
        String text = BenchText.of(report(0));
        assertThat(text)
                .contains(
                        "Left out, for they cannot be read or run into a limit by design: mei",
                        "cs5242-hw4                          48    2.50 s     0.050 s",
                        "docker       10     2     48      60.0      6.0   0.800 s      4.0  0.100 s",
                        "maven    not here: there is no Maven",
                        "graded in docker                         3   0.200 s",
                        "Peak memory of this process: 300 MiB",
                        "of 9 of 10 submissions (4 green)",
                        "Not of: ada-0003")
                .doesNotContain("the machine was busy");
    }

    @Test
    void a_person_is_told_that_the_machine_was_busy() {
        assertThat(BenchText.of(report(BUSY))).contains("the machine was busy");
    }

    @Test
    void a_program_finds_every_figure_by_its_name() {
        JsonNode json = JsonMapper.shared().readTree(BenchJson.of(report(0)));
        assertThat(json.at("/docker/submissions_per_minute").doubleValue()).isCloseTo(60, within(1e-9));
        assertThat(json.at("/docker/cpu_seconds_per_submission").doubleValue()).isCloseTo(0.8, within(1e-9));
        assertThat(json.at("/plain/submissions_per_minute").doubleValue()).isCloseTo(10, within(1e-9));
        assertThat(json.at("/plain/cpu_seconds_per_submission").doubleValue()).isCloseTo(8, within(1e-9));
        assertThat(json.at("/plain/green").intValue()).isEqualTo(4);
        assertThat(json.at("/floor/cpu_seconds_per_submission").doubleValue()).isCloseTo(0.2, within(1e-9));
        assertThat(json.at("/series").size()).isEqualTo(4);
        assertThat(json.at("/ratios/docker_throughput_over_plain").doubleValue())
                .isCloseTo(6, within(1e-9));
        assertThat(json.at("/latency/0/seconds_95th").doubleValue()).isCloseTo(0.2, within(1e-9));
        assertThat(json.at("/unavailable/maven").stringValue()).isEqualTo("there is no Maven");
        assertThat(json.at("/goldens/0/cold_seconds").doubleValue()).isCloseTo(2.5, within(1e-9));
        assertThat(json.at("/goldens/0/stored_seconds").doubleValue()).isCloseTo(0.05, within(1e-9));
        assertThat(json.at("/peak_memory_bytes").longValue()).isEqualTo(300L << 20);
    }

    private static Result result(String way, int jobs, int submissions, long wall, long cpu) {
        return new Result(
                way,
                48,
                jobs,
                new Measurement(
                        new Usage(
                                Duration.ofSeconds(wall),
                                Duration.ofSeconds(cpu),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1)),
                        Collections.nCopies(submissions, Duration.ofSeconds(1))),
                DataSize.ofMebibytes(200));
    }

    private static BenchReport report(double busy) {
        return new BenchReport(
                "cs5242-hw4",
                new BenchSettings(BenchSettings.WAYS, List.of(10, 1), List.of(2, 1), 10, 2, 3, false),
                2,
                busy,
                List.of("mei"),
                List.of(new GoldenTime("cs5242-hw4", 48, Duration.ofMillis(2500), Duration.ofMillis(50))),
                List.of(
                        result("floor", 2, 10, 2, 2),
                        result("docker", 1, 10, 15, 8),
                        result("docker", 2, 10, 10, 8),
                        result("plain", 2, 10, 60, 80)),
                Map.of("maven", "there is no Maven"),
                List.of(new Latency(
                        "graded in docker", "graded_docker", Collections.nCopies(3, Duration.ofMillis(200)))),
                new Agreement(10, 4, List.of("ada-0003")),
                DataSize.ofMebibytes(300));
    }
}
