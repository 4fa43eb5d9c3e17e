package assay.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VariantMatchTest {
    private static final float NAN = Float.NaN;
    private static final float INF = Float.POSITIVE_INFINITY;

    @ParameterizedTest(name = "{0}")
    @MethodSource("outputs")
    void an_output_is_told_from_a_variant(String about, float[] variant, float[] output, boolean matches) {
        assertThat(VariantMatch.matches(Tensor.of(variant, 4), Tensor.of(output, 4), Tolerance.DEFAULT))
                .as(about)
                .isEqualTo(matches);
    }

    static Stream<Arguments> outputs() {
        float[] finite = {1, 2, 3, 4};
        float[] broken = {NAN, 0, INF, 0.5f};
        float[] lost = {NAN, NAN, NAN, NAN};
        return Stream.of(
                Arguments.of("the same", finite, finite, true),
                Arguments.of("rounded otherwise", finite, new float[] {1, 2.0000002f, 3, 4}, true),
                Arguments.of("another number", finite, new float[] {1, 2.1f, 3, 4}, false),
                Arguments.of("NaN where the variant has a number", finite, new float[] {1, NAN, 3, 4}, false),
                Arguments.of("broken at the same places", broken, broken, true),
                Arguments.of("NaN for infinity", broken, new float[] {INF, 0, NAN, 0.5f}, true),
                Arguments.of("broken at one more place, as in float", broken, new float[] {NAN, NAN, INF, 0.5f}, true),
                Arguments.of("a number where the variant breaks down", broken, new float[] {NAN, 0, 1, 0.5f}, false),
                Arguments.of("broken, and wrong elsewhere", broken, new float[] {NAN, 0, INF, 0.7f}, false),
                Arguments.of("nothing but NaN, twice", lost, lost, true),
                Arguments.of("zeros for NaN", lost, new float[4], false));
    }

    @Test
    void another_shape_never_matches() {
        assertThat(VariantMatch.matches(Tensor.zeros(2, 3), Tensor.zeros(3, 2), Tolerance.DEFAULT))
                .isFalse();
        assertThat(VariantMatch.matches(Tensor.of(new float[] {NAN}, 1), Tensor.scalar(NAN), Tolerance.DEFAULT))
                .isFalse();
    }
}
