package assay.kernels;

/** Cross entropy. */
public interface CrossEntropy {
    float crossEntropy(Tensor logits, int[] targets);
}
