package student;

import assay.kernels.ConfusionMatrix;
import assay.kernels.Tensor;

/**
 * The confusion matrix of a classifier, as sklearn.metrics.confusion_matrix has it.
 *
 * <p>The formula and all shapes stand at the interface, ConfusionMatrix.
 */
public class Confusion implements ConfusionMatrix {
    @Override
    public Tensor confusionMatrix(int[] targets, int[] predictions, int classes) {
        throw new UnsupportedOperationException("confusionMatrix is not implemented yet");
    }
}
