package assay.golden.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import assay.core.port.ReferenceNetworks.Measured;
import assay.golden.data.ImageSet;
import assay.golden.torch.Functional;
import assay.golden.torch.PyTorch;
import assay.kernels.Tensor;
import java.util.Map;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Counts what a network gets right of labelled images. */
record TestRun(ReferenceNetwork network, ImageSet images) {
    private static final int BATCH = 500;
    private static final double CONFIDENCE = 0.95;
    private static final int BYTE_VALUES = 256;

    Measured measure(PyTorch engine, Map<String, Tensor> weights, int atMost) {
        int total = Math.min(atMost, images.count());
        float[] scale = scale();
        return engine.with(manager -> {
            Map<String, NDArray> parameters = TorchNetworks.arrays(manager, weights);
            int correct = 0;
            double loss = 0;
            for (int from = 0; from < total; from += BATCH) {
                int count = Math.min(BATCH, total - from);
                try (NDManager batch = manager.newSubManager()) {
                    NDArray logits =
                            new ForwardPass(parameters, false).through(network, images(batch, from, count, scale));
                    NDArray labels = labels(batch, from, count);
                    correct += (int) logits.argMax(1).eq(labels).countNonzero().getLong();
                    loss += count
                            * (double) Functional.crossEntropy(logits, labels).getFloat();
                }
            }
            ConfidenceInterval interval = new WilsonScoreInterval().createInterval(total, correct, CONFIDENCE);
            return new Measured.Accuracy(
                    correct, total, loss / total, interval.getLowerBound(), interval.getUpperBound());
        });
    }

    private NDArray images(NDManager manager, int from, int count, float[] scale) {
        int size = images.shape().bytes();
        float[] pixels = new float[count * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = scale[images.pixels()[from * size + i] & 0xff];
        }
        // Given by the parameters' manager's child, so that all that is computed from them is freed with them.
        return manager.create(
                pixels,
                new Shape(
                        count,
                        images.shape().channels(),
                        images.shape().height(),
                        images.shape().width()));
    }

    private NDArray labels(NDManager manager, int from, int count) {
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = images.labels()[from + i];
        }
        return manager.create(labels);
    }

    /** As the training API gives images: from -1 to 1. */
    private static float[] scale() {
        float[] scale = new float[BYTE_VALUES];
        for (int value = 0; value < BYTE_VALUES; value++) {
            scale[value] = (value / 255f - 0.5f) / 0.5f;
        }
        return scale;
    }
}
