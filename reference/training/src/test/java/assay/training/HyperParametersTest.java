package assay.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HyperParametersTest {
    @Test
    void one_epoch_of_single_images_is_the_least() {
        assertThat(new HyperParameters(1, 1)).isEqualTo(new HyperParameters(1, 1));
    }

    @Test
    void no_epoch_and_no_image_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HyperParameters(0, 1))
                .withMessage("epochs must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HyperParameters(1, 0))
                .withMessage("batchSize must be at least 1, but is 0");
    }
}
