package assay.core.pipeline;

import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a network begins as {@code kaiming_normal_(mode='fan_out', nonlinearity='relu')} draws it: convolutions from a
 * normal distribution of variance 2 / (filters * height * width), batch norms with scale 1 and shift 0. Linear layers are
 * not looked at. After K. He et al., Delving Deep into Rectifiers, 2015.
 */
final class KaimingDraw {
    /** Of a test of chance: beyond so many it goes less than once in a million times, also where the tail is longer. */
    private static final double DEVIATIONS = 6;

    private static final double NORMAL_KURTOSIS = 3;
    private static final double KURTOSIS_VARIANCE = 96;

    private KaimingDraw() {}

    /**
     * What is not so, in a sentence to the student; empty if all is.
     *
     * @param weights by the names of the parameters, e.g. {@code conv1.weight}, {@code bn1.gamma}
     */
    static Optional<String> broken(Map<String, Tensor> weights) {
        Map<String, Tensor> sorted = new TreeMap<>(weights);
        return sorted.entrySet().stream()
                .flatMap(entry -> broken(entry.getKey(), entry.getValue()).stream())
                .findFirst()
                .or(() -> otherThanNormal(sorted));
    }

    private static Optional<String> broken(String name, Tensor tensor) {
        if (isConvolution(name, tensor)) {
            return deviating(name, tensor);
        }
        if (name.startsWith("bn") && name.endsWith(".gamma")) {
            return otherThan(1, name, tensor);
        }
        return name.startsWith("bn") && name.endsWith(".beta") ? otherThan(0, name, tensor) : Optional.empty();
    }

    private static Optional<String> otherThan(float asked, String name, Tensor tensor) {
        for (float number : tensor.data()) {
            if (number != asked) {
                return Optional.of("%s begins with %s; a batch norm's scale begins with 1 and its shift with 0."
                        .formatted(name, number));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> deviating(String name, Tensor tensor) {
        double asked = deviation(tensor);
        double mean = mean(tensor, 1);
        double spread = mean(tensor, 2);
        double fromZero = Math.abs(mean) / asked * Math.sqrt(tensor.size());
        double fromAsked = Math.abs(spread / (asked * asked) - 1) / Math.sqrt(2.0 / tensor.size());
        if (fromAsked <= DEVIATIONS && fromZero <= DEVIATIONS) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s begins with numbers of mean %.4f and standard deviation %.4f; they are to be drawn with 0 and %.4f, which"
                        + " is the root of 2 / %d.",
                name,
                mean,
                Math.sqrt(spread),
                asked,
                fanOut(tensor)));
    }

    /** All convolutions together, since a small one says too little. */
    private static Optional<String> otherThanNormal(Map<String, Tensor> weights) {
        double fourth = 0;
        long count = 0;
        for (Map.Entry<String, Tensor> entry : weights.entrySet()) {
            if (isConvolution(entry.getKey(), entry.getValue())) {
                fourth += mean(entry.getValue(), 4)
                        / Math.pow(deviation(entry.getValue()), 4)
                        * entry.getValue().size();
                count += entry.getValue().size();
            }
        }
        if (count == 0) {
            return Optional.of("There is no convolution to draw weights for.");
        }
        double kurtosis = fourth / count;
        return Math.abs(kurtosis - NORMAL_KURTOSIS) <= DEVIATIONS * Math.sqrt(KURTOSIS_VARIANCE / count)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The convolutions' weights have the right standard deviation, but are not drawn from a normal"
                                + " distribution: their kurtosis is %.2f and should be 3 (1.8 is that of a uniform one).",
                        kurtosis));
    }

    private static boolean isConvolution(String name, Tensor tensor) {
        return name.startsWith("conv") && name.endsWith(".weight") && tensor.shape().length == 4;
    }

    private static double deviation(Tensor weight) {
        return Math.sqrt(2.0 / fanOut(weight));
    }

    private static int fanOut(Tensor weight) {
        return weight.size(0) * weight.size(2) * weight.size(3);
    }

    private static double mean(Tensor tensor, int power) {
        double[] numbers = new double[tensor.size()];
        Arrays.setAll(numbers, place -> Math.pow(tensor.data()[place], power));
        return Arrays.stream(numbers).average().orElse(0);
    }
}
