package assay.golden.draw;

import assay.core.assignment.ArgumentSpec;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Argument specifications as text: the same for ever, and different for different ones, since seeds are derived from
 * it. Real numbers are in hexadecimal, which no release of Java prints in another way.
 */
public final class CanonicalText {
    private CanonicalText() {}

    /** One text an argument. */
    public static List<String> of(List<ArgumentSpec> specs) {
        return specs.stream().map(CanonicalText::of).toList();
    }

    /** For instance {@code normal [2, 3, 32, 32] mean 0x0.0p0 deviation 0x1.0p0 constant []}. */
    public static String of(ArgumentSpec spec) {
        return switch (spec) {
            case ArgumentSpec.Given(Argument argument) -> given(argument);
            case ArgumentSpec.Values(List<Integer> shape, List<Float> values) ->
                "values " + shape + " "
                        + values.stream().map(Float::toHexString).toList();
            case ArgumentSpec.Normal(List<Integer> shape, double mean, double deviation, List<Integer> constant) ->
                "normal " + shape + " mean " + hex(mean) + " deviation " + hex(deviation) + " constant " + constant;
            case ArgumentSpec.Uniform(List<Integer> shape, double low, double high) ->
                "uniform " + shape + " low " + hex(low) + " high " + hex(high);
            case ArgumentSpec.ConstantChannels(List<Integer> shape, double mean, double deviation) ->
                "constant-channels " + shape + " mean " + hex(mean) + " deviation " + hex(deviation);
            case ArgumentSpec.Classes(int count, int below) -> "classes " + count + " below " + below;
        };
    }

    private static String given(Argument argument) {
        return switch (argument) {
            case Argument.OfTensor(Tensor tensor) -> "tensor " + Arrays.toString(tensor.shape()) + " " + hex(tensor);
            case Argument.OfInts(int[] ints) -> "ints " + Arrays.toString(ints);
            case Argument.OfInt(int number) -> "int " + number;
            case Argument.OfFloat(float number) -> "float " + Float.toHexString(number);
            case Argument.OfBoolean(boolean flag) -> "boolean " + flag;
        };
    }

    private static String hex(double number) {
        return Double.toHexString(number);
    }

    private static List<String> hex(Tensor tensor) {
        List<String> numbers = new ArrayList<>();
        for (float number : tensor.data()) {
            numbers.add(Float.toHexString(number));
        }
        return numbers;
    }
}
