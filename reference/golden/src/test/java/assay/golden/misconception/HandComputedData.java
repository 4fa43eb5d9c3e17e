package assay.golden.misconception;

import static assay.golden.TestArguments.shape;
import static assay.golden.TestArguments.tensor;
import static assay.golden.misconception.HandComputed.example;
import static assay.golden.misconception.HandComputed.image;

import assay.golden.misconception.HandComputed.Example;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.util.stream.Stream;

/** The same for what is done to a data set. */
final class HandComputedData {
    private HandComputedData() {}

    /** Two images in columns: black and white, white and grey; for the first variant one image of 2 x 2. */
    static Stream<Example> examples() {
        Kernel kernel = Kernel.IMAGES_FROM_COLUMNS;
        Tensor four = tensor(shape(4, 1), 0, 255, 51, 204);
        Tensor pair = tensor(shape(2, 2), 0, 255, 255, 51);
        return Stream.of(
                example(kernel, "swapped_height_width", image(2, 2, -1, -.6, 1, .6), four, 2, 2),
                example(kernel, "columns_not_moved", wide(-1, 0, 1, -.6), tensor(shape(2, 2), 0, 127.5, 255, 51), 1, 2),
                example(kernel, "from_0_to_1", wide(0, 1, 1, .2), pair, 1, 2),
                example(kernel, "not_normalised", wide(0, 255, 255, 51), pair, 1, 2));
    }

    private static Tensor wide(double... numbers) {
        return tensor(shape(2, 1, 1, 2), numbers);
    }
}
