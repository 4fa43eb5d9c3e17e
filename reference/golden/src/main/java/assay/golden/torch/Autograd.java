package assay.golden.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/** What PyTorch's automatic differentiation gives; each method for the kernel of that name. */
public final class Autograd {
    private Autograd() {}

    public static NDArray conv2dInput(TorchCall call) {
        NDArray weight = call.tensor("weight");
        NDArray gradOutput = call.tensor("grad_output");
        Shape shape = new Shape(
                gradOutput.getShape().get(0),
                weight.getShape().get(1),
                call.integer("input_height"),
                call.integer("input_width"));
        // A convolution is linear, so its gradient is the same everywhere.
        return gradient(
                call.zeros(shape),
                gradOutput,
                input -> Functional.conv2d(
                        input,
                        weight,
                        call.zeros(new Shape(weight.getShape().get(0))),
                        call.integer("stride"),
                        call.integer("padding")));
    }

    public static NDArray conv2dWeight(TorchCall call) {
        NDArray input = call.tensor("input");
        NDArray gradOutput = call.tensor("grad_output");
        long filters = gradOutput.getShape().get(1);
        Shape shape = new Shape(
                filters, input.getShape().get(1), call.integer("kernel_height"), call.integer("kernel_width"));
        return gradient(
                call.zeros(shape),
                gradOutput,
                weight -> Functional.conv2d(
                        input,
                        weight,
                        call.zeros(new Shape(filters)),
                        call.integer("stride"),
                        call.integer("padding")));
    }

    public static NDArray relu(TorchCall call) {
        return gradient(call.tensor("input"), call.tensor("grad_output"), Functional::relu);
    }

    public static NDArray maxPool2d(TorchCall call) {
        return gradient(
                call.tensor("input"),
                call.tensor("grad_output"),
                input -> Functional.maxPool2d(input, call.integer("kernel_size"), call.integer("stride"), 0, false));
    }

    public static NDArray linearWeight(TorchCall call) {
        NDArray input = call.tensor("input");
        NDArray gradOutput = call.tensor("grad_output");
        long outputs = gradOutput.getShape().get(1);
        return gradient(
                call.zeros(new Shape(outputs, input.getShape().get(1))),
                gradOutput,
                weight -> Functional.linear(input, weight, call.zeros(new Shape(outputs))));
    }

    public static NDArray crossEntropy(TorchCall call) {
        return gradient(
                call.tensor("logits"),
                call.zeros(new Shape()).add(1),
                logits -> Functional.crossEntropy(logits, call.indices("targets")));
    }

    /**
     * The gradient at {@code at}, where that by the function's value is {@code gradOutput}. One at a time: DJL collects
     * for the whole process.
     */
    private static NDArray gradient(NDArray at, NDArray gradOutput, UnaryOperator<NDArray> function) {
        synchronized (Autograd.class) {
            at.setRequiresGradient(true);
            try (GradientCollector collector = at.getManager().getEngine().newGradientCollector()) {
                collector.backward(function.apply(at).mul(gradOutput).sum());
            }
            return at.getGradient().duplicate();
        }
    }
}
