package assay.golden.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.ArgumentSpec.Classes;
import assay.core.assignment.ArgumentSpec.ConstantChannels;
import assay.core.assignment.ArgumentSpec.Given;
import assay.core.assignment.ArgumentSpec.Normal;
import assay.core.assignment.ArgumentSpec.Uniform;
import assay.core.assignment.ArgumentSpec.Values;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaseDrawerTest {
    private static final CaseSeed SEED = new CaseSeed(Sha256.digest(new byte[] {1}));
    private static final List<Integer> LARGE = List.of(20, 10, 10, 10);

    /** If this fails, every hidden case of every installation has changed: undo what changed it. */
    @Test
    void draws_are_the_same_for_ever() {
        List<Argument> drawn = CaseDrawer.draw(
                List.of(
                        new Normal(List.of(2, 2), 0, 1),
                        new Normal(List.of(2, 2, 2), 3, 0.5, List.of(1)),
                        new Uniform(List.of(4), -1, 1),
                        new ConstantChannels(List.of(2, 2, 2), 0, 1),
                        new Classes(6, 10)),
                SEED);

        assertThat(tensor(drawn.get(0)).data()).containsExactly(0.397862f, 0.7948549f, 0.6156778f, 0.67626f);
        assertThat(tensor(drawn.get(1)).data())
                .containsExactly(
                        3.2668085f, 2.1078343f, 3.3294556f, 3.3294556f, 2.0940554f, 2.61859f, 3.3294556f, 3.3294556f);
        assertThat(tensor(drawn.get(2)).data()).containsExactly(-0.9770882f, 0.105753824f, -0.13236748f, -0.9206125f);
        assertThat(tensor(drawn.get(3)).data())
                .containsExactly(
                        -0.57952815f,
                        -0.57952815f,
                        0.342673f,
                        0.342673f,
                        -0.57952815f,
                        -0.57952815f,
                        0.342673f,
                        0.342673f);
        assertThat((int[]) drawn.get(4).value()).containsExactly(1, 6, 1, 6, 8, 7);
    }

    @Test
    void a_draw_depends_on_seed_and_place_alone() {
        ArgumentSpec spec = new Normal(List.of(3, 4), 0, 1);
        List<Argument> twice = CaseDrawer.draw(List.of(spec, spec), SEED);
        List<Argument> behindAnother = CaseDrawer.draw(List.of(new Classes(9, 3), spec), SEED);
        CaseSeed otherSeed = new CaseSeed(Sha256.digest(new byte[] {2}));

        assertThat(tensor(twice.get(1)).data())
                .containsExactly(tensor(behindAnother.get(1)).data())
                .isNotEqualTo(tensor(twice.get(0)).data())
                .isNotEqualTo(
                        tensor(CaseDrawer.draw(List.of(spec, spec), otherSeed).get(1))
                                .data());
    }

    @Test
    void normal_draws_are_normal() {
        double[] sample = sample(new Normal(LARGE, 3, 0.5));
        DescriptiveStatistics statistics = new DescriptiveStatistics(sample);

        assertThat(statistics.getMean()).isCloseTo(3, Offset.offset(0.01));
        assertThat(statistics.getVariance()).isCloseTo(0.25, Offset.offset(0.01));
        assertThat(pValue(new NormalDistribution(3, 0.5), sample)).isGreaterThan(0.01);
    }

    /** Most tensors are small, and a generator can begin badly. */
    @Test
    void the_first_draws_of_many_seeds_are_normal_too() {
        double[] firsts = IntStream.range(0, 5000)
                .mapToDouble(number -> tensor(CaseDrawer.draw(
                                        List.of(new Normal(List.of(1), 0, 1)),
                                        new CaseSeed(Sha256.digest(new byte[] {(byte) number, (byte) (number >> 8)})))
                                .getFirst())
                        .data()[0])
                .toArray();

        assertThat(pValue(new NormalDistribution(), firsts)).isGreaterThan(0.01);
    }

    @Test
    void uniform_draws_are_uniform_and_below_the_upper_bound() {
        double[] sample = sample(new Uniform(LARGE, -2, 1));
        DescriptiveStatistics statistics = new DescriptiveStatistics(sample);

        assertThat(statistics.getMean()).isCloseTo(-0.5, Offset.offset(0.02));
        assertThat(statistics.getVariance()).isCloseTo(0.75, Offset.offset(0.02));
        assertThat(statistics.getMin()).isGreaterThanOrEqualTo(-2);
        assertThat(statistics.getMax()).isLessThan(1);
        assertThat(pValue(new UniformRealDistribution(-2, 1), sample)).isGreaterThan(0.01);
    }

    @Test
    void a_uniform_draw_that_rounds_up_to_the_bound_stays_below_it() {
        float low = 1;
        float high = Math.nextUp(low);

        assertThat(tensor(draw(new Uniform(List.of(100), low, high))).data()).containsOnly(low);
    }

    @Test
    void classes_are_as_likely_as_each_other() {
        int[] drawn = (int[]) draw(new Classes(10_000, 10)).value();
        long[] counts = IntStream.range(0, 10)
                .mapToLong(value ->
                        Arrays.stream(drawn).filter(each -> each == value).count())
                .toArray();
        double[] expected = new double[10];
        Arrays.fill(expected, 1000);

        assertThat(drawn).hasSize(10_000);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(10_000);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.01);
    }

    @Test
    void arguments_have_little_to_do_with_each_other() {
        ArgumentSpec spec = new Normal(List.of(20_000), 0, 1);
        List<Argument> pair = CaseDrawer.draw(List.of(spec, spec), SEED);
        double product = 0;
        for (int place = 0; place < 20_000; place++) {
            product += tensor(pair.get(0)).data()[place] * tensor(pair.get(1)).data()[place];
        }

        assertThat(product / 20_000).isCloseTo(0, Offset.offset(0.03));
    }

    @Test
    void constant_channels_stand_beside_channels_that_are_as_without_them() {
        Tensor varying = tensor(draw(new Normal(List.of(3, 4, 2, 2), 0, 1)));
        Tensor mixed = tensor(draw(new Normal(List.of(3, 4, 2, 2), 0, 1, List.of(0, 2))));

        for (int sample = 0; sample < 3; sample++) {
            for (int channel = 0; channel < 4; channel++) {
                for (int place = 0; place < 4; place++) {
                    float value = mixed.get(sample, channel, place / 2, place % 2);
                    float expected = channel % 2 == 0
                            ? mixed.get(0, channel, 0, 0)
                            : varying.get(sample, channel, place / 2, place % 2);
                    assertThat(value).isEqualTo(expected);
                }
            }
        }
        assertThat(mixed.get(0, 0, 0, 0)).isNotEqualTo(mixed.get(0, 2, 0, 0));
    }

    @Test
    void channels_can_all_be_constant() {
        Tensor tensor = tensor(draw(new ConstantChannels(List.of(2, 3, 5), 7, 2)));

        for (int channel = 0; channel < 3; channel++) {
            for (int place = 0; place < 10; place++) {
                assertThat(tensor.get(place / 5, channel, place % 5)).isEqualTo(tensor.get(0, channel, 0));
            }
        }
        assertThat(tensor.get(0, 0, 0)).isNotEqualTo(tensor.get(0, 1, 0));
    }

    @Test
    void what_is_given_is_taken_as_it_is() {
        Argument given = new Argument.OfInt(3);

        assertThat(draw(new Given(given))).isEqualTo(given);
        Tensor values = tensor(draw(new Values(List.of(1, 2), List.of(-0f, 2.5f))));
        assertThat(values.shape()).containsExactly(1, 2);
        assertThat(values.data()).containsExactly(-0f, 2.5f);
        assertThat(tensor(draw(new Normal(List.of(3), 0.1, 0))).data()).containsOnly(0.1f);
        assertThat(tensor(draw(new Normal(List.of(), 5, 0))).shape()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void a_channel_that_is_not_there_is_refused(int channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draw(new Normal(List.of(1, 2, 3), 0, 1, List.of(channel))))
                .withMessage("there is no channel " + channel + " among 2");
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> draw(new Normal(List.of(2), 0, -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> draw(new Uniform(List.of(2), 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> draw(new Classes(2, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> draw(new Values(List.of(2), List.of(1f))));
    }

    private static double[] sample(ArgumentSpec spec) {
        float[] data = tensor(draw(spec)).data();
        return IntStream.range(0, data.length).mapToDouble(place -> data[place]).toArray();
    }

    /** Of the hypothesis that the sample is drawn from the distribution. */
    private static double pValue(RealDistribution distribution, double[] sample) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, sample);
    }

    private static Argument draw(ArgumentSpec spec) {
        return CaseDrawer.draw(List.of(spec), SEED).getFirst();
    }

    private static Tensor tensor(Argument argument) {
        return ((Argument.OfTensor) argument).tensor();
    }
}
