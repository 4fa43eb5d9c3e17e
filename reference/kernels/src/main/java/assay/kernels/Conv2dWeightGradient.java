package assay.kernels;

/** The gradient of {@link Conv2d} by its filters: {@code torch.nn.grad.conv2d_weight}. */
public interface Conv2dWeightGradient {
    /**
     * What autograd gives for the filters, if {@code gradOutput} is the gradient of a loss by the convolution's output:
     *
     * <pre>out[f, c, a, b] = sum over n, i, j of
     *         gradOutput[n, f, i, j] * input[n, c, i * stride + a - padding, j * stride + b - padding]</pre>
     *
     * <p>Padding counts as zero.
     *
     * @param input of the convolution, of shape [N, C, H, W]
     * @param gradOutput of the shape of the convolution's output, [N, F, OH, OW]
     * @param kernelHeight KH of the filters
     * @param kernelWidth KW of the filters
     * @param stride as in the convolution
     * @param padding as in the convolution
     * @return of the shape of the filters, [F, C, KH, KW]: the sum over the batch, not its mean
     */
    Tensor conv2dWeightGradient(
            Tensor input, Tensor gradOutput, int kernelHeight, int kernelWidth, int stride, int padding);
}
