package solution;

import assay.kernels.CrossEntropy;
import assay.kernels.Tensor;

/** The mean of log(sum of e^logit) - logit of the target. The largest logit is taken off first, so that no power overflows. */
public final class StableCrossEntropy implements CrossEntropy {
    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        double loss = 0;
        for (int n = 0; n < targets.length; n++) {
            double largest = largest(logits, n);
            double sum = 0;
            for (int c = 0; c < logits.size(1); c++) {
                sum += Math.exp(logits.get(n, c) - largest);
            }
            loss += largest - logits.get(n, targets[n]) + Math.log(sum);
        }
        return (float) (loss / targets.length);
    }

    private static double largest(Tensor logits, int n) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logits.size(1); c++) {
            largest = Math.max(largest, logits.get(n, c));
        }
        return largest;
    }
}
