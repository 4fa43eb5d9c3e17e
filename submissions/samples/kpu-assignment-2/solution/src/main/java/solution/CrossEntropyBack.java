package solution;

import assay.kernels.CrossEntropyGradient;
import assay.kernels.Tensor;

/** The softmax less the target, over the size of the batch. */
public final class CrossEntropyBack implements CrossEntropyGradient {
    @Override
    public Tensor crossEntropyGradient(Tensor logits, int[] targets) {
        int batch = logits.size(0);
        int classes = logits.size(1);
        Tensor gradient = Tensor.zeros(batch, classes);
        for (int n = 0; n < batch; n++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, logits.get(n, c));
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(logits.get(n, c) - largest);
            }
            for (int c = 0; c < classes; c++) {
                double probability = Math.exp(logits.get(n, c) - largest) / sum;
                gradient.set((float) ((probability - (c == targets[n] ? 1 : 0)) / batch), n, c);
            }
        }
        return gradient;
    }
}
