package assay.golden.misconception;

import static assay.golden.torch.Functional.conv2d;
import static assay.golden.torch.Functional.relu;
import static assay.golden.torch.Functional.softmax;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.Autograd;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of gradients. */
final class GradientVariants {
    private static final String MEAN =
            "The gradient was divided by the number of samples; it is the sum over the batch, since the loss is not known"
                    + " to be a mean.";

    static final List<Variant> CONV2D_INPUT = List.of(
            new Variant(
                    "kernel_not_turned",
                    "The filter was slid over the gradient as it stands; on the way back it is turned by 180 degrees.",
                    GradientVariants::kernelNotTurned),
            new Variant("mean_over_batch", MEAN, call -> mean(Autograd.conv2dInput(call), call.tensor("grad_output"))));

    static final List<Variant> CONV2D_WEIGHT = List.of(
            new Variant("mean_over_batch", MEAN, call -> mean(Autograd.conv2dWeight(call), call.tensor("grad_output"))),
            new Variant(
                    "turned",
                    "The gradient is turned by 180 degrees: the number at row 0, column 0 of a filter meets the input's"
                            + " number at the upper left of each window.",
                    call -> Autograd.conv2dWeight(call).flip(2, 3)));

    static final List<Variant> RELU = List.of(
            new Variant(
                    "no_grad_output",
                    "The derivative alone was given, 0 or 1; it is multiplied by gradOutput.",
                    call -> input(call).sign().maximum(0)),
            new Variant(
                    "sign_of_gradient",
                    "The gradient was kept where it is positive itself; it is kept where the input is positive.",
                    call -> relu(gradOutput(call))),
            new Variant(
                    "output_times_gradient",
                    "ReLU's output was multiplied by gradOutput; its derivative, 0 or 1, is.",
                    call -> relu(input(call)).mul(gradOutput(call))),
            new Variant(
                    "passed_on",
                    "The gradient was passed on as it is; where the input is negative, nothing goes back.",
                    GradientVariants::gradOutput));

    static final List<Variant> MAX_POOL2D = List.of(new Variant(
            "spread_evenly",
            "Each window's gradient was spread evenly, as average pooling does; it goes to the maximum alone.",
            GradientVariants::spreadEvenly));

    static final List<Variant> LINEAR_WEIGHT = List.of(
            new Variant(
                    "transposed",
                    "The gradient is transposed: it has the shape of the weight, [out features, in features].",
                    call -> Autograd.linearWeight(call).transpose()),
            new Variant("mean_over_batch", MEAN, call -> mean(Autograd.linearWeight(call), gradOutput(call))));

    static final List<Variant> CROSS_ENTROPY = List.of(
            new Variant(
                    "sum_for_mean",
                    "The gradient is that of the sum of the samples' losses; cross entropy is their mean, so it is"
                            + " divided by their number.",
                    call -> softmax(logits(call), 1).sub(targets(call))),
            new Variant(
                    "no_softmax",
                    "The targets were subtracted from the logits; they are subtracted from the softmax of the logits.",
                    call -> mean(logits(call).sub(targets(call)), logits(call))),
            new Variant(
                    "targets_not_subtracted",
                    "This is the softmax alone; at each sample's target, 1 is subtracted from it.",
                    call -> mean(softmax(logits(call), 1), logits(call))),
            new Variant(
                    "wrong_sign",
                    "The sign is wrong: the gradient is the softmax minus the targets.",
                    call -> mean(targets(call).sub(softmax(logits(call), 1)), logits(call))));

    private GradientVariants() {}

    /** With stride 1: with another there is none. */
    private static NDArray kernelNotTurned(TorchCall call) {
        NDArray weight = call.tensor("weight");
        int size = (int) weight.getShape().get(2);
        NDArray swapped = weight.transpose(1, 0, 2, 3);
        NDArray bias = swapped.get(":, 0, 0, 0").zerosLike();
        return conv2d(gradOutput(call), swapped, bias, call.integer("stride"), size - 1 - call.integer("padding"));
    }

    /** Where the windows neither overlap nor leave anything over. */
    private static NDArray spreadEvenly(TorchCall call) {
        int size = call.integer("kernel_size");
        NDArray input = input(call);
        if (call.integer("stride") != size
                || input.getShape().get(2) % size != 0
                || input.getShape().get(3) % size != 0) {
            throw new IllegalArgumentException("windows that overlap or leave something over");
        }
        return gradOutput(call).div((double) size * size).repeat(2, size).repeat(3, size);
    }

    private static NDArray mean(NDArray sum, NDArray batch) {
        return sum.div(batch.getShape().get(0));
    }

    private static NDArray targets(TorchCall call) {
        return call.indices("targets")
                .oneHot((int) logits(call).getShape().get(1), logits(call).getDataType());
    }

    private static NDArray logits(TorchCall call) {
        return call.tensor("logits");
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static NDArray gradOutput(TorchCall call) {
        return call.tensor("grad_output");
    }
}
