package assay.golden.draw;

import assay.core.assignment.ArgumentSpec;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformIntegerDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Draws the inputs of a case. The same specification and seed give the same bits for ever, on every machine: a change
 * here would change every hidden case of every installation.
 */
public final class CaseDrawer {
    private CaseDrawer() {}

    /**
     * One argument a specification, in their order.
     *
     * @throws IllegalArgumentException if a specification makes no sense, e.g. a negative deviation
     */
    public static List<Argument> draw(List<ArgumentSpec> specs, CaseSeed seed) {
        List<Argument> arguments = new ArrayList<>();
        for (int index = 0; index < specs.size(); index++) {
            arguments.add(draw(specs.get(index), seed.generator(index)));
        }
        return arguments;
    }

    private static Argument draw(ArgumentSpec spec, RandomGenerator random) {
        return switch (spec) {
            case ArgumentSpec.Given(Argument argument) -> argument;
            case ArgumentSpec.Values(List<Integer> shape, List<Float> values) ->
                new Argument.OfTensor(given(shape, values));
            case ArgumentSpec.Normal normal -> new Argument.OfTensor(normal(normal, random));
            case ArgumentSpec.Uniform uniform -> new Argument.OfTensor(uniform(uniform, random));
            case ArgumentSpec.ConstantChannels constant -> new Argument.OfTensor(constantChannels(constant, random));
            case ArgumentSpec.Classes(int count, int below) ->
                new Argument.OfInts(new UniformIntegerDistribution(random, 0, below - 1).sample(count));
        };
    }

    private static Tensor given(List<Integer> shape, List<Float> values) {
        float[] data = new float[values.size()];
        for (int index = 0; index < data.length; index++) {
            data[index] = values.get(index);
        }
        return Tensor.of(data, ints(shape));
    }

    private static Tensor normal(ArgumentSpec.Normal spec, RandomGenerator random) {
        DoubleSupplier draws = normal(spec.mean(), spec.standardDeviation(), random);
        Tensor tensor = Tensor.zeros(ints(spec.shape()));
        float[] data = tensor.data();
        for (int index = 0; index < data.length; index++) {
            data[index] = (float) draws.getAsDouble();
        }
        // After the others, so that these are the same with constant channels as without.
        for (int channel : spec.constantChannels()) {
            fillChannel(tensor, channel, (float) draws.getAsDouble());
        }
        return tensor;
    }

    private static Tensor constantChannels(ArgumentSpec.ConstantChannels spec, RandomGenerator random) {
        DoubleSupplier draws = normal(spec.mean(), spec.standardDeviation(), random);
        Tensor tensor = Tensor.zeros(ints(spec.shape()));
        for (int channel = 0; channel < tensor.size(1); channel++) {
            fillChannel(tensor, channel, (float) draws.getAsDouble());
        }
        return tensor;
    }

    private static Tensor uniform(ArgumentSpec.Uniform spec, RandomGenerator random) {
        UniformRealDistribution distribution = new UniformRealDistribution(random, spec.low(), spec.high());
        Tensor tensor = Tensor.zeros(ints(spec.shape()));
        float[] data = tensor.data();
        for (int index = 0; index < data.length; index++) {
            float draw = (float) distribution.sample();
            // Rounding to float can reach the upper bound, which is not in the range.
            data[index] = draw < spec.high() ? draw : Math.nextDown((float) spec.high());
        }
        return tensor;
    }

    private static DoubleSupplier normal(double mean, double deviation, RandomGenerator random) {
        if (deviation == 0) {
            return () -> mean;
        }
        return new NormalDistribution(random, mean, deviation)::sample;
    }

    private static void fillChannel(Tensor tensor, int channel, float value) {
        int channels = tensor.size(1);
        if (channel < 0 || channel >= channels) {
            throw new IllegalArgumentException("there is no channel " + channel + " among " + channels);
        }
        int samples = tensor.size(0);
        int places = tensor.size() / Math.max(1, samples * channels);
        for (int sample = 0; sample < samples; sample++) {
            int start = (sample * channels + channel) * places;
            Arrays.fill(tensor.data(), start, start + places, value);
        }
    }

    private static int[] ints(List<Integer> shape) {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }
}
