package lena;

import assay.kernels.ConfusionMatrix;
import assay.kernels.Tensor;

/** Counts each pair. */
public final class Confusion implements ConfusionMatrix {
    @Override
    public Tensor confusionMatrix(int[] targets, int[] predictions, int classes) {
        Tensor counts = Tensor.zeros(classes, classes);
        for (int sample = 0; sample < targets.length; sample++) {
            int row = predictions[sample];
            int column = targets[sample];
            counts.set(counts.get(row, column) + 1, row, column);
        }
        return counts;
    }
}
