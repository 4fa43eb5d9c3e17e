package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.pipeline.GradingEvent.EpochDone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TrainingProgressTest {
    @Test
    void an_epoch_is_told_with_what_is_left_and_the_last_without() {
        Duration wall = Duration.ofMillis(8740);

        assertThat(TrainingProgress.line(new EpochDone("ada", "cnn", 0, 2, Float.NaN, 0.1285, Duration.ZERO, wall)))
                .isEqualTo("before training: 12.85 % right");
        assertThat(TrainingProgress.line(new EpochDone("ada", "cnn", 1, 2, 0.8571f, 0.936, wall, wall)))
                .isEqualTo("epoch 1 of 2: loss 0.8571, 93.60 % right, took 8.74 s, about 8.74 s left");
        assertThat(TrainingProgress.line(new EpochDone("ada", "cnn", 2, 2, 0.1219f, Double.NaN, wall, Duration.ZERO)))
                .isEqualTo("epoch 2 of 2: loss 0.1219, not measured, took 8.74 s");
    }
}
