package assay.golden.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * The forward pass of {@link assay.kernels.SimpleConvNet}: convolution, pooling, flattening, first fully connected
 * layer, activation, second fully connected layer, output. A wrong variant replaces one step.
 */
public record SimpleConvNetSteps(
        Convolution convolution,
        UnaryOperator<NDArray> pooling,
        UnaryOperator<NDArray> flattening,
        UnaryOperator<NDArray> activation,
        UnaryOperator<NDArray> output) {
    /** The right ones. */
    public static final SimpleConvNetSteps RIGHT = new SimpleConvNetSteps(
            (input, weight, bias) -> Functional.conv2d(input, weight, bias, 1, 0),
            input -> Functional.maxPool2d(input, 2, 2, 0, false),
            Functional::flatten,
            Functional::relu,
            input -> Functional.softmax(input, 1));

    public SimpleConvNetSteps {
        requireNonNull(convolution, "convolution is null");
        requireNonNull(pooling, "pooling is null");
        requireNonNull(flattening, "flattening is null");
        requireNonNull(activation, "activation is null");
        requireNonNull(output, "output is null");
    }

    /** A convolution of stride 1 without padding. */
    @FunctionalInterface
    public interface Convolution {
        NDArray apply(NDArray input, NDArray weight, NDArray bias);
    }

    public SimpleConvNetSteps withConvolution(Convolution other) {
        return new SimpleConvNetSteps(other, pooling, flattening, activation, output);
    }

    public SimpleConvNetSteps withPooling(UnaryOperator<NDArray> other) {
        return new SimpleConvNetSteps(convolution, other, flattening, activation, output);
    }

    public SimpleConvNetSteps withFlattening(UnaryOperator<NDArray> other) {
        return new SimpleConvNetSteps(convolution, pooling, other, activation, output);
    }

    public SimpleConvNetSteps withActivation(UnaryOperator<NDArray> other) {
        return new SimpleConvNetSteps(convolution, pooling, flattening, other, output);
    }

    public SimpleConvNetSteps withOutput(UnaryOperator<NDArray> other) {
        return new SimpleConvNetSteps(convolution, pooling, flattening, activation, other);
    }

    /** The whole pass. */
    public NDArray forward(TorchCall call) {
        NDArray convolved =
                convolution.apply(call.tensor("input"), call.tensor("conv_weight"), call.tensor("conv_bias"));
        NDArray flat = flattening.apply(pooling.apply(convolved));
        NDArray hidden = activation.apply(Functional.linear(flat, call.tensor("fc1_weight"), call.tensor("fc1_bias")));
        return output.apply(Functional.linear(hidden, call.tensor("fc2_weight"), call.tensor("fc2_bias")));
    }
}
