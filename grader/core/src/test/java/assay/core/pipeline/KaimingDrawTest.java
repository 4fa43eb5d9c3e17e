package assay.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

final class KaimingDrawTest {
    private static final double FAN_OUT = Math.sqrt(2 / (16 * 9.0));
    private static final double WIDER_FAN_OUT = Math.sqrt(2 / (32 * 9.0));
    private static final double WIDER_FAN_IN = Math.sqrt(2 / (16 * 9.0));

    @Test
    void what_is_drawn_as_asked_is_accepted_whatever_the_seed() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(KaimingDraw.broken(drawn(new Random(seed), WIDER_FAN_OUT)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void fan_in_is_told_by_a_layer_that_widens() {
        assertThat(KaimingDraw.broken(drawn(new Random(1), WIDER_FAN_IN)))
                .hasValueSatisfying(wrong -> assertThat(wrong)
                        .startsWith("conv2.weight begins with numbers of mean")
                        .endsWith("they are to be drawn with 0 and 0.0833, which is the root of 2 / 288."));
    }

    @Test
    void a_uniform_draw_with_the_right_deviation_is_told() {
        Random random = new Random(2);
        Map<String, Tensor> weights = drawn(random, WIDER_FAN_OUT);
        double bound = Math.sqrt(3);
        weights.put("conv1.weight", tensor(() -> bound * FAN_OUT * (2 * random.nextDouble() - 1), 16, 3, 3, 3));
        weights.put("conv2.weight", tensor(() -> bound * WIDER_FAN_OUT * (2 * random.nextDouble() - 1), 32, 16, 3, 3));

        assertThat(KaimingDraw.broken(weights))
                .hasValueSatisfying(wrong ->
                        assertThat(wrong).contains("not drawn from a normal").contains("1.8"));
    }

    @Test
    void zeros_numbers_that_are_not_numbers_and_an_own_scale_are_told() {
        Map<String, Tensor> weights = drawn(new Random(3), WIDER_FAN_OUT);
        weights.put("bn1.gamma", tensor(() -> 0.5, 16));
        assertThat(KaimingDraw.broken(weights))
                .hasValueSatisfying(wrong -> assertThat(wrong).startsWith("bn1.gamma begins with 0.5;"));

        weights = drawn(new Random(3), WIDER_FAN_OUT);
        weights.put("conv1.weight", Tensor.zeros(16, 3, 3, 3));
        assertThat(KaimingDraw.broken(weights)).isPresent();

        weights.put("conv1.weight", tensor(() -> Double.NaN, 16, 3, 3, 3));
        assertThat(KaimingDraw.broken(weights)).isPresent();
        assertThat(KaimingDraw.broken(Map.of("fc1.weight", Tensor.zeros(2, 2)))).isPresent();
    }

    private static Map<String, Tensor> drawn(Random random, double wider) {
        Map<String, Tensor> weights = new HashMap<>();
        weights.put("conv1.weight", tensor(() -> FAN_OUT * random.nextGaussian(), 16, 3, 3, 3));
        weights.put("conv2.weight", tensor(() -> wider * random.nextGaussian(), 32, 16, 3, 3));
        weights.put("bn1.gamma", tensor(() -> 1, 16));
        weights.put("bn1.beta", tensor(() -> 0, 16));
        weights.put("bn1.running_var", tensor(() -> 1, 16));
        weights.put("fc1.weight", tensor(() -> random.nextGaussian(), 10, 64));
        return weights;
    }

    private static Tensor tensor(DoubleSupplier number, int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int place = 0; place < tensor.size(); place++) {
            tensor.data()[place] = (float) number.getAsDouble();
        }
        return tensor;
    }
}
