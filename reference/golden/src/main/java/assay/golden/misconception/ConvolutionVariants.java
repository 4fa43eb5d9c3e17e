package assay.golden.misconception;

import static assay.golden.torch.Functional.conv2d;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of the convolution. */
final class ConvolutionVariants {
    static final List<Variant> ALL = List.of(
            new Variant(
                    "flipped_kernel",
                    "The kernel was turned by 180 degrees, which is convolution as mathematics defines it; conv2d"
                            + " slides the kernel as it stands (cross-correlation).",
                    call -> right(call, input(call), weight(call).flip(2, 3), bias(call))),
            new Variant(
                    "no_bias",
                    "The bias was left out: each output channel gets its own bias added once.",
                    call -> right(call, input(call), weight(call), bias(call).zerosLike())),
            new Variant(
                    "bias_once_per_input_channel",
                    "The bias was added once for every input channel; it is added once to the sum over all of them.",
                    call -> right(call, input(call), weight(call), bias(call).mul(channels(call)))),
            new Variant(
                    "first_channel_only",
                    "Only the first input channel was used; the output is a sum over all input channels.",
                    call -> right(call, input(call).get(":, :1"), weight(call).get(":, :1"), bias(call))),
            new Variant(
                    "mean_over_channels",
                    "The mean over the input channels was taken; the output is their sum.",
                    call -> right(call, input(call), weight(call).div(channels(call)), bias(call))),
            new Variant(
                    "padding_ignored",
                    "The padding was left out: the image is padded with zeros on all four sides.",
                    call -> conv2d(input(call), weight(call), bias(call), call.integer("stride"), 0)),
            new Variant(
                    "stride_ignored",
                    "The kernel moved by one place each time; it moves by the stride that is given.",
                    call -> conv2d(input(call), weight(call), bias(call), 1, call.integer("padding"))),
            new Variant(
                    "transposed_kernel",
                    "Rows and columns of the kernel are exchanged: weight is [out channel, in channel, row, column].",
                    call -> right(call, input(call), weight(call).swapAxes(2, 3), bias(call))),
            new Variant(
                    "swapped_height_width",
                    "Height and width are exchanged in the output: its last dimension is the width.",
                    call -> right(call, input(call), weight(call), bias(call)).swapAxes(2, 3)));

    private ConvolutionVariants() {}

    private static NDArray right(TorchCall call, NDArray input, NDArray weight, NDArray bias) {
        return conv2d(input, weight, bias, call.integer("stride"), call.integer("padding"));
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static NDArray weight(TorchCall call) {
        return call.tensor("weight");
    }

    private static NDArray bias(TorchCall call) {
        return call.tensor("bias");
    }

    private static long channels(TorchCall call) {
        return input(call).getShape().get(1);
    }
}
