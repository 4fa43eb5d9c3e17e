package assay.kernels;

/** Cross entropy: {@code torch.nn.functional.cross_entropy(logits, targets)}, with {@code reduction='mean'}. */
public interface CrossEntropy {
    /**
     * How unlikely the targets are under the softmax of the logits, as the mean over the batch:
     *
     * <pre>1 / N * sum over n of (log(sum over c of exp(logits[n, c])) - logits[n, targets[n]])</pre>
     *
     * <p>To stay finite with large logits, take m, the largest of a row, out of the logarithm: log(sum of exp(x)) = m +
     * log(sum of exp(x - m)).
     *
     * @param logits scores before any softmax, of shape [N, C], with N at least 1
     * @param targets the right class of each row: N numbers from 0 to C - 1
     * @return the mean, in nats
     * @throws IllegalArgumentException if logits has not two dimensions, there are not as many targets as rows, or a
     *     target is no class
     */
    float crossEntropy(Tensor logits, int[] targets);
}
