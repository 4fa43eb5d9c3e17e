package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import assay.golden.torch.TorchCall;
import java.util.function.UnaryOperator;

/** Adaptive pooling over windows that are laid out, or reduced, in a wrong way. */
final class AdaptiveWindows {
    /** Of a window whose rows have been laid side by side, as DJL reduces along one dimension only. */
    private static final int[] PLACES = {2};

    private AdaptiveWindows() {}

    /** Windows of in - (out - 1) * stride places, at a stride of floor(in / out). */
    static NDArray ofOneSize(TorchCall call) {
        return pooled(
                call,
                (index, in, out) -> index * (in / out),
                (index, in, out) -> in - (out - 1 - index) * (in / out),
                window -> window.mean(PLACES));
    }

    /** Windows that end where the next begins. */
    static NDArray endRoundedDown(TorchCall call) {
        return pooled(
                call,
                AdaptiveWindows::start,
                (index, in, out) -> (index + 1) * in / out,
                window -> window.mean(PLACES));
    }

    /** The right windows, but their largest number. */
    static NDArray largest(TorchCall call) {
        return pooled(
                call,
                AdaptiveWindows::start,
                (index, in, out) -> ((index + 1) * in + out - 1) / out,
                window -> window.max(PLACES));
    }

    private static long start(long index, long in, long out) {
        return index * in / out;
    }

    private static NDArray pooled(TorchCall call, Edge start, Edge end, UnaryOperator<NDArray> reduction) {
        NDArray input = call.tensor("input");
        long inHeight = input.getShape().get(2);
        long inWidth = input.getShape().get(3);
        int outHeight = call.integer("output_height");
        int outWidth = call.integer("output_width");
        NDList cells = new NDList();
        for (int row = 0; row < outHeight; row++) {
            for (int column = 0; column < outWidth; column++) {
                NDArray window = input.get(new NDIndex(
                        ":, :, {}:{}, {}:{}",
                        start.of(row, inHeight, outHeight),
                        end.of(row, inHeight, outHeight),
                        start.of(column, inWidth, outWidth),
                        end.of(column, inWidth, outWidth)));
                cells.add(reduction.apply(window.flatten(2, 3)));
            }
        }
        long samples = input.getShape().get(0);
        long channels = input.getShape().get(1);
        return NDArrays.stack(cells, 2).reshape(samples, channels, outHeight, outWidth);
    }

    /** One end of window number {@code index} of {@code out} along a side of {@code in} places. */
    @FunctionalInterface
    private interface Edge {
        long of(long index, long in, long out);
    }
}
