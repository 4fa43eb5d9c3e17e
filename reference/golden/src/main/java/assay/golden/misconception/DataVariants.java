package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of how a data set is prepared. */
final class DataVariants {
    private static final double BRIGHTEST = 255;

    static final List<Variant> IMAGES_FROM_COLUMNS = List.of(
            new Variant(
                    "swapped_height_width",
                    "Rows and columns of each image are swapped: the rows of an image stand one after the other in its"
                            + " column.",
                    call -> centred(columns(call)
                            .transpose()
                            .reshape(images(call), 1, call.integer("width"), call.integer("height"))
                            .transpose(0, 1, 3, 2))),
            new Variant(
                    "columns_not_moved",
                    "The numbers were taken in the order in which they stand, across the images; each column is an image,"
                            + " so its dimension must be moved to the front first.",
                    call -> centred(
                            columns(call).reshape(images(call), 1, call.integer("height"), call.integer("width")))),
            new Variant(
                    "from_0_to_1",
                    "The brightnesses were brought to 0 to 1; they are asked for from -1 to 1.",
                    call -> upright(call).div(BRIGHTEST)),
            new Variant(
                    "not_normalised",
                    "The brightnesses are still from 0 to 255; they are asked for from -1 to 1.",
                    DataVariants::upright));

    private DataVariants() {}

    private static NDArray upright(TorchCall call) {
        return columns(call).transpose().reshape(images(call), 1, call.integer("height"), call.integer("width"));
    }

    private static NDArray centred(NDArray bytes) {
        return bytes.div(BRIGHTEST).mul(2).sub(1);
    }

    private static long images(TorchCall call) {
        return columns(call).getShape().get(1);
    }

    private static NDArray columns(TorchCall call) {
        return call.tensor("columns");
    }
}
