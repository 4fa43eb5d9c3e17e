package assay.kernels;

/**
 * Batch normalisation as in training: {@code torch.nn.functional.batch_norm(input, None, None, training=True, eps=eps)},
 * without weight and bias.
 */
public interface BatchNorm2d {
    /**
     * Each channel, shifted and scaled by its own statistics over N, H and W:
     *
     * <pre>out[n, c, i, j] = (in[n, c, i, j] - mean[c]) / sqrt(variance[c] + eps)</pre>
     *
     * <p>The variance is the biased one: the sum of squared distances from the mean is divided by N * H * W, not by one
     * less.
     *
     * @param input of shape [N, C, H, W], with N * H * W more than 1
     * @param eps added to the variance under the root, above 0; PyTorch's default is 1e-5
     * @return of the same shape
     * @throws IllegalArgumentException if input has not four dimensions or a single number a channel, or eps is not
     *     above 0
     */
    Tensor batchNorm2d(Tensor input, float eps);
}
