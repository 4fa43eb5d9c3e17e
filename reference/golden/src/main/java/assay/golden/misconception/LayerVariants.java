package assay.golden.misconception;

import static assay.golden.torch.Functional.avgPool2d;
import static assay.golden.torch.Functional.conv2d;
import static assay.golden.torch.Functional.flatten;
import static assay.golden.torch.Functional.linear;
import static assay.golden.torch.Functional.logSoftmax;
import static assay.golden.torch.Functional.relu;
import static assay.golden.torch.Functional.softmax;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.SimpleConvNetSteps;
import assay.golden.torch.TorchCall;
import java.util.List;
import java.util.stream.IntStream;

/** Wrong variants of linear, flatten and the whole forward pass. */
final class LayerVariants {
    private static final SimpleConvNetSteps RIGHT = SimpleConvNetSteps.RIGHT;

    static final List<Variant> LINEAR = List.of(
            new Variant(
                    "no_bias",
                    "The bias was left out.",
                    call -> linear(input(call), weight(call), bias(call).zerosLike())),
            new Variant(
                    "weight_not_transposed",
                    "The weight was used without transposing it: weight is [out features, in features], and the output"
                            + " is input times weight transposed plus bias.",
                    call -> linear(input(call), weight(call).transpose(), bias(call))),
            new Variant(
                    "bias_once_per_input_feature",
                    "The bias was added once for every input feature; it is added once to the sum over all of them.",
                    call -> linear(
                            input(call),
                            weight(call),
                            bias(call).mul(weight(call).getShape().get(1)))),
            new Variant(
                    "bias_subtracted",
                    "The bias was subtracted; it is added.",
                    call -> linear(input(call), weight(call), bias(call).neg())));

    static final List<Variant> FLATTEN = List.of(
            new Variant(
                    "column_major",
                    "The numbers are in column-major order, the first index running fastest; in row-major order the"
                            + " last one does.",
                    LayerVariants::columnMajor),
            new Variant(
                    "channels_last",
                    "The numbers are in the order height, width, channel; the channel comes first.",
                    call -> channelsLast(input(call))),
            new Variant(
                    "batch_flattened",
                    "The batch was flattened, too; its dimension stays the first.",
                    call -> input(call).flatten()));

    static final List<Variant> SIMPLE_CONV_NET = List.of(
            new Variant(
                    "no_softmax", "The softmax at the end is missing.", RIGHT.withOutput(logits -> logits)::forward),
            new Variant(
                    "no_relu",
                    "The ReLU between the two fully connected layers is missing.",
                    RIGHT.withActivation(hidden -> hidden)::forward),
            new Variant(
                    "log_softmax",
                    "The output is the logarithm of the softmax; the softmax itself is asked for.",
                    RIGHT.withOutput(logits -> logSoftmax(logits, 1))::forward),
            new Variant(
                    "softmax_over_batch",
                    "Softmax was taken over the samples; it is taken over the classes of each sample.",
                    RIGHT.withOutput(logits -> softmax(logits, 0))::forward),
            new Variant(
                    "relu_after_convolution",
                    "A ReLU was put after the convolution; this network has one after the first fully connected layer"
                            + " alone.",
                    RIGHT.withConvolution((input, weight, bias) -> relu(conv2d(input, weight, bias, 1, 0)))::forward),
            new Variant(
                    "average_pooling",
                    "The mean of each window was taken; this network has max pooling.",
                    RIGHT.withPooling(input -> avgPool2d(input, 2, 2, 0, false, true))::forward),
            new Variant(
                    "pooling_of_first_channel",
                    "Every pooled channel comes from the first channel; each channel is pooled by itself.",
                    RIGHT.withPooling(LayerVariants::poolFirstChannel)::forward),
            new Variant(
                    "flipped_kernel",
                    "The kernel was turned by 180 degrees, which is convolution as mathematics defines it; conv2d"
                            + " slides the kernel as it stands (cross-correlation).",
                    RIGHT.withConvolution((input, weight, bias) -> conv2d(input, weight.flip(2, 3), bias, 1, 0))
                            ::forward),
            new Variant(
                    "channels_last",
                    "The pooled numbers were flattened in the order height, width, channel; the channel comes first.",
                    RIGHT.withFlattening(LayerVariants::channelsLast)::forward));

    private LayerVariants() {}

    private static NDArray columnMajor(TorchCall call) {
        NDArray input = input(call);
        int rank = input.getShape().dimension();
        int[] reversed = IntStream.range(0, rank)
                .map(axis -> axis == 0 ? 0 : rank - axis)
                .toArray();
        return flatten(input.transpose(reversed));
    }

    private static NDArray channelsLast(NDArray input) {
        int rank = input.getShape().dimension();
        int[] order = IntStream.concat(IntStream.concat(IntStream.of(0), IntStream.range(2, rank)), IntStream.of(1))
                .toArray();
        return flatten(input.transpose(order));
    }

    private static NDArray poolFirstChannel(NDArray input) {
        NDArray pooled = RIGHT.pooling().apply(input);
        return pooled.get(":, :1").broadcast(pooled.getShape());
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
}
