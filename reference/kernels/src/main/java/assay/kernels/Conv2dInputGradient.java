package assay.kernels;

/** The gradient of {@link Conv2d} by its input: {@code torch.nn.grad.conv2d_input}. */
public interface Conv2dInputGradient {
    /**
     * What autograd gives for the input, if {@code gradOutput} is the gradient of a loss by the convolution's output:
     *
     * <pre>out[n, c, y, x] = sum over f, a, b, i, j with i * stride + a - padding = y and j * stride + b - padding = x of
     *         weight[f, c, a, b] * gradOutput[n, f, i, j]</pre>
     *
     * @param gradOutput of the shape of the convolution's output, [N, F, OH, OW]
     * @param weight the filters, of shape [F, C, KH, KW]
     * @param inputHeight H of the convolution's input, which its output does not tell where the stride leaves rows over
     * @param inputWidth W of the convolution's input
     * @param stride as in the convolution
     * @param padding as in the convolution
     * @return of the shape of the convolution's input, [N, C, H, W]
     */
    Tensor conv2dInputGradient(
            Tensor gradOutput, Tensor weight, int inputHeight, int inputWidth, int stride, int padding);
}
