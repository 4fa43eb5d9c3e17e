package assay.cli.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingReportTest {
    private static final TrainingSpec SPEC = new TrainingSpec(
            "cifar-cnn",
            "cifar10",
            30,
            Duration.ofHours(1),
            DataSize.ofMebibytes(4096),
            false,
            List.of(),
            Optional.empty());

    @Test
    void the_mean_comes_with_its_interval_over_the_seeds() {
        TrainingReport.Mean mean = report(seed(1, 7600), seed(2, 7700), seed(3, 7800), seed(4, 7900))
                .accuracy()
                .orElseThrow();

        assertThat(mean.mean()).isEqualTo(0.775, within(1e-12));
        assertThat(mean.least()).isEqualTo(0.76);
        // s = 0.0129099, t of 3 degrees = 3.182446: half = t * s / 2
        assertThat(mean.high() - mean.mean()).isEqualTo(0.0205426, within(1e-6));
        assertThat(mean.mean() - mean.low()).isEqualTo(0.0205426, within(1e-6));
    }

    @Test
    void one_seed_has_no_interval_over_seeds() {
        assertThat(report(seed(1, 7600)).accuracy()).isEmpty();
    }

    @Test
    void a_ratio_is_the_median_over_rounds_so_that_one_disturbed_round_changes_nothing() {
        Speed ours = new Speed("process", List.of(150.0, 75.0, 300.0));
        Speed plain = new Speed("plain", List.of(100.0, 100.0, 200.0));

        assertThat(ours.over(plain)).isEqualTo(1.5);
        assertThat(ours.median()).isEqualTo(150);
    }

    @Test
    void the_text_has_every_seed_and_every_speed() {
        assertThat(TrainingText.of(report(seed(1, 7600), seed(2, 7700)))).isEqualTo("""
                        hw: cifar-cnn on cifar10, 2 processors; others took 20 % of them
                        Note: the machine was busy with something else, so these times mean little.

                        Trained in process     epochs    right  accuracy     95 % interval   trained    graded
                        seed 1                      2     7600   76.00 %   75.00 – 78.00 %   200.5 s     3.1 s
                        seed 2                      2     7700   77.00 %   75.00 – 78.00 %   200.5 s     3.1 s
                        mean of 2 seeds: 76.50 %, 95 % interval 70.15 – 82.85 %; the least 76.00 %

                        Trainer                    images/s   x plain   (epochs of 12800 images, the second of each start)
                        process                        1500      1.50
                        plain                          1000      1.00
                        plain: the same steps over DJL's ArrayDataset in a JVM of its own, without settings or walls of ours.
                        """);
    }

    @Test
    void the_file_has_the_same_for_a_program() {
        JsonNode json = JsonMapper.shared().readTree(TrainingJson.of(report(seed(1, 7600), seed(2, 7700))));

        assertThat(json.at("/seeds/1/right").intValue()).isEqualTo(7700);
        assertThat(json.at("/seeds/0/curve/1/share").doubleValue()).isEqualTo(0.7);
        assertThat(json.at("/accuracy/mean").doubleValue()).isEqualTo(0.765, within(1e-12));
        assertThat(json.at("/speeds/0/over_plain").doubleValue()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @CsvSource({"rocket, 1000, 1, ways", "process, 255, 1, images", "docker, 0, 0, rounds"})
    void settings_that_cannot_be_are_told(String way, int images, int rounds, String told) {
        assertThatThrownBy(() -> new TrainingSettings(List.of(way), List.of(1L), images, rounds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void the_plain_loops_time_is_its_last_number_whatever_a_student_prints() {
        assertThat(PlainLoop.last(List.of("hello", "2.5", "1.25", "bye"))).isEqualTo(1.25);
    }

    private static TrainingReport report(SeedRun... seeds) {
        return new TrainingReport(
                "hw",
                SPEC,
                2,
                0.2,
                "process",
                List.of(seeds),
                12_800,
                List.of(new Speed("process", List.of(1500.0)), new Speed("plain", List.of(1000.0))));
    }

    private static SeedRun seed(long seed, int correct) {
        return new SeedRun(
                seed,
                new Measured.Accuracy(correct, 10_000, 0.7, 0.75, 0.78),
                Duration.ofMillis(200_500),
                Duration.ofMillis(3100),
                new TrainingRun.End.Finished(),
                List.of(
                        new SeedRun.Point(Duration.ofSeconds(100), 0.5),
                        new SeedRun.Point(Duration.ofSeconds(200), 0.7)));
    }
}
