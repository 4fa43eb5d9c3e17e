package assay.golden.misconception;

import static assay.golden.torch.Functional.adaptiveAvgPool2d;
import static assay.golden.torch.Functional.avgPool2d;
import static assay.golden.torch.Functional.maxPool2d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import assay.golden.torch.TorchCall;
import assay.golden.torch.TorchFunction;
import java.util.List;

/** Wrong variants of the three poolings. */
final class PoolingVariants {
    private static final String CEIL_MODE = "The output size was rounded up, so there are windows that reach over the"
            + " edge; it is rounded down (PyTorch's ceil_mode is false).";
    private static final String PADDING_IGNORED = "The padding was left out: the image is padded on all four sides.";
    private static final String STRIDE_IGNORED =
            "The window moved by one place each time; it moves by the stride that is given.";
    private static final String STRIDE_IS_KERNEL_SIZE =
            "The window moved by its own size; it moves by the stride that is given.";
    private static final String SWAPPED =
            "Height and width are exchanged in the output: its last dimension is the" + " width.";
    private static final String FIRST_CHANNEL_ONLY =
            "Every channel of the output comes from the first channel of the input; each channel is pooled by itself.";

    static final List<Variant> MAX = List.of(
            new Variant(
                    "zero_padding",
                    "The padding was filled with zeros, so a window of negative numbers at the edge gives 0; in max"
                            + " pooling padding counts as minus infinity and never wins.",
                    call -> maxPool2d(zeroPadded(call), size(call), stride(call), 0, false)),
            new Variant("ceil_mode", CEIL_MODE, call -> max(call, stride(call), padding(call), true)),
            new Variant("padding_ignored", PADDING_IGNORED, call -> max(call, stride(call), 0, false)),
            new Variant("stride_ignored", STRIDE_IGNORED, call -> max(call, 1, padding(call), false)),
            new Variant(
                    "stride_is_kernel_size",
                    STRIDE_IS_KERNEL_SIZE,
                    call -> max(call, size(call), padding(call), false)),
            new Variant("swapped_height_width", SWAPPED, swapped(PoolingVariants::max)),
            new Variant("first_channel_only", FIRST_CHANNEL_ONLY, firstChannel(PoolingVariants::max)),
            new Variant(
                    "mean_instead_of_max",
                    "The mean of each window was taken; max pooling takes its largest number.",
                    call -> avgPool2d(input(call), size(call), stride(call), padding(call), false, true)),
            new Variant(
                    "min_instead_of_max",
                    "The smallest number of each window was taken; max pooling takes the largest.",
                    call -> maxPool2d(input(call).neg(), size(call), stride(call), padding(call), false)
                            .neg()));

    static final List<Variant> AVERAGE = List.of(
            new Variant(
                    "exclude_padding",
                    "Padding was left out of the divisor; where count_include_pad is true, every place of the window"
                            + " counts, padding as well.",
                    call -> average(call, stride(call), padding(call), false, false)),
            new Variant(
                    "include_padding",
                    "Padding was counted in the divisor; where count_include_pad is false, only places of the image"
                            + " count.",
                    call -> average(call, stride(call), padding(call), false, true)),
            new Variant(
                    "ceil_mode", CEIL_MODE, call -> average(call, stride(call), padding(call), true, includes(call))),
            new Variant(
                    "padding_ignored", PADDING_IGNORED, call -> average(call, stride(call), 0, false, includes(call))),
            new Variant(
                    "stride_ignored", STRIDE_IGNORED, call -> average(call, 1, padding(call), false, includes(call))),
            new Variant(
                    "stride_is_kernel_size",
                    STRIDE_IS_KERNEL_SIZE,
                    call -> average(call, size(call), padding(call), false, includes(call))),
            new Variant("swapped_height_width", SWAPPED, swapped(PoolingVariants::average)),
            new Variant("first_channel_only", FIRST_CHANNEL_ONLY, firstChannel(PoolingVariants::average)),
            new Variant(
                    "sum_for_mean",
                    "The sum of each window was taken; average pooling divides it by the number of places.",
                    call -> average(call, stride(call), padding(call), false, true)
                            .mul(size(call) * size(call))),
            new Variant(
                    "max_instead_of_mean",
                    "The largest number of each window was taken; average pooling takes the mean.",
                    PoolingVariants::max));

    static final List<Variant> ADAPTIVE = List.of(
            new Variant(
                    "windows_of_one_size",
                    "All windows have one size and one stride; adaptive pooling lets window i reach from"
                            + " floor(i * in / out) to ceil((i + 1) * in / out), so sizes differ where out does not"
                            + " divide in.",
                    AdaptiveWindows::ofOneSize),
            new Variant(
                    "windows_end_rounded_down",
                    "The end of each window was rounded down, so no two windows overlap; window i ends at"
                            + " ceil((i + 1) * in / out).",
                    AdaptiveWindows::endRoundedDown),
            new Variant(
                    "swapped_height_width",
                    "Height and width of the output are exchanged: output_height comes first.",
                    call -> adaptiveAvgPool2d(
                            input(call), call.integer("output_width"), call.integer("output_height"))),
            new Variant(
                    "max_instead_of_mean",
                    "The largest number of each window was taken; average pooling takes the mean.",
                    AdaptiveWindows::largest));

    private PoolingVariants() {}

    private static NDArray max(TorchCall call) {
        return max(call, stride(call), padding(call), false);
    }

    private static NDArray max(TorchCall call, int stride, int padding, boolean ceilMode) {
        return maxPool2d(input(call), size(call), stride, padding, ceilMode);
    }

    private static NDArray average(TorchCall call) {
        return average(call, stride(call), padding(call), false, includes(call));
    }

    private static NDArray average(TorchCall call, int stride, int padding, boolean ceilMode, boolean includePad) {
        return avgPool2d(input(call), size(call), stride, padding, ceilMode, includePad);
    }

    private static TorchFunction swapped(TorchFunction right) {
        return call -> right.compute(call).swapAxes(2, 3);
    }

    private static TorchFunction firstChannel(TorchFunction right) {
        return call -> {
            NDArray output = right.compute(call);
            return output.get(":, :1").broadcast(output.getShape());
        };
    }

    private static NDArray zeroPadded(TorchCall call) {
        int padding = padding(call);
        return input(call).pad(new Shape(padding, padding, padding, padding), 0);
    }

    private static NDArray input(TorchCall call) {
        return call.tensor("input");
    }

    private static int size(TorchCall call) {
        return call.integer("kernel_size");
    }

    private static int stride(TorchCall call) {
        return call.integer("stride");
    }

    private static int padding(TorchCall call) {
        return call.integer("padding");
    }

    private static boolean includes(TorchCall call) {
        return call.flag("count_include_pad");
    }
}
