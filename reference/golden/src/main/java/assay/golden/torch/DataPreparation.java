package assay.golden.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is done to a data set before a network sees it. */
final class DataPreparation {
    private static final double BRIGHTEST = 255;
    private static final double HALF = 0.5;

    private DataPreparation() {}

    static NDArray imagesFromColumns(TorchCall call) {
        NDArray columns = call.tensor("columns");
        long images = columns.getShape().get(1);
        return columns.transpose()
                .reshape(images, 1, call.integer("height"), call.integer("width"))
                .div(BRIGHTEST)
                .sub(HALF)
                .div(HALF);
    }

    /** One of many that are right. */
    static NDArray miniBatches(TorchCall call) {
        int samples = call.integer("samples");
        int epochs = call.integer("epochs");
        Random random = new Random(call.integer("seed"));
        double[] all = new double[epochs * samples];
        for (int epoch = 0; epoch < epochs; epoch++) {
            List<Integer> order = IntStream.range(0, samples).boxed().collect(Collectors.toList());
            Collections.shuffle(order, random);
            for (int place = 0; place < samples; place++) {
                all[epoch * samples + order.get(place)] = Math.floorDiv(place, call.integer("batch_size"));
            }
        }
        return call.numbers(all, new Shape(epochs, samples));
    }
}
