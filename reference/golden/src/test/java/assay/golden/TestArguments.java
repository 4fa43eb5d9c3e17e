package assay.golden;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Arguments for tests, in short. */
public final class TestArguments {
    private TestArguments() {}

    /** Tensors stay themselves and {@code int[]}, {@code Integer}, {@code Float} and {@code Boolean} as well. */
    public static List<Argument> arguments(Object... values) {
        return Arrays.stream(values).map(TestArguments::argument).toList();
    }

    public static Tensor tensor(int[] shape, double... numbers) {
        Tensor tensor = Tensor.zeros(shape);
        for (int place = 0; place < numbers.length; place++) {
            tensor.data()[place] = (float) numbers[place];
        }
        if (tensor.size() != numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + Arrays.toString(shape));
        }
        return tensor;
    }

    public static int[] shape(int... lengths) {
        return lengths;
    }

    /** Standard normal numbers, the same for the same shape. */
    public static Tensor normal(int... lengths) {
        return normal(1, lengths);
    }

    public static Tensor normal(double deviation, int[] lengths) {
        Random random = new Random(Arrays.hashCode(lengths));
        Tensor tensor = Tensor.zeros(lengths);
        for (int place = 0; place < tensor.size(); place++) {
            tensor.data()[place] = (float) (deviation * random.nextGaussian());
        }
        return tensor;
    }

    private static Argument argument(Object value) {
        return switch (value) {
            case Tensor tensor -> new Argument.OfTensor(tensor);
            case int[] ints -> new Argument.OfInts(ints);
            case Integer number -> new Argument.OfInt(number);
            case Float number -> new Argument.OfFloat(number);
            case Boolean flag -> new Argument.OfBoolean(flag);
            default -> throw new IllegalArgumentException("no argument is a " + value.getClass());
        };
    }
}
