package assay.kernels;

/**
 * Convolution: {@code torch.nn.functional.conv2d(input, weight, bias, stride, padding)}, with PyTorch's defaults {@code
 * dilation=1, groups=1}.
 */
public interface Conv2d {
    /**
     * The cross-correlation of each image with each filter; the filter is not flipped, as in PyTorch:
     *
     * <pre>out[n, f, i, j] = bias[f] + sum over c, a, b of
     *         weight[f, c, a, b] * in[n, c, i * stride + a - padding, j * stride + b - padding]</pre>
     *
     * <p>Padding counts as zero. Places where the filter would not fit whole into the padded input are left out.
     *
     * @param input of shape [N, C, H, W]
     * @param weight the filters, of shape [F, C, KH, KW]
     * @param bias of shape [F], added once to each output
     * @param stride the step from one place to the next in both directions, at least 1
     * @param padding rows and columns added on each of the four sides, at least 0
     * @return of shape [N, F, (H + 2 * padding - KH) / stride + 1, (W + 2 * padding - KW) / stride + 1], rounded down
     * @throws IllegalArgumentException if the shapes do not go together, a parameter is outside its range, or the filter
     *     is larger than the padded input
     */
    Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding);
}
