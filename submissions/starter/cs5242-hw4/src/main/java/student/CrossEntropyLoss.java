package student;

import assay.kernels.CrossEntropy;
import assay.kernels.Tensor;

/**
 * The mean over the samples n of log(sum over c of e^logits[n, c]) - logits[n, targets[n]].
 *
 * <p>Logits are {@code [N, C]}; there are N targets, each a class from 0 to C - 1. Logits of 10,000 are possible, and e^x is
 * infinite there.
 */
public class CrossEntropyLoss implements CrossEntropy {
    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        throw new UnsupportedOperationException("crossEntropy is not implemented yet");
    }
}
