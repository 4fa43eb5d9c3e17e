package assay.kernels;

/** The gradient of {@link CrossEntropy} by the logits, as PyTorch's autograd has it. */
public interface CrossEntropyGradient {
    /**
     * {@code (softmax(logits)[n, c] - (1 if c is targets[n], else 0)) / N}: since the loss is a mean over the batch, its
     * gradient is divided by N.
     *
     * @param logits of shape [N, C]
     * @param targets the right class of each row
     * @return of the shape of the logits
     */
    Tensor crossEntropyGradient(Tensor logits, int[] targets);
}
