package assay.kernels;

/**
 * Average pooling: {@code torch.nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode=False,
 * count_include_pad)}, with a square window.
 */
public interface AvgPool2d {
    /**
     * The mean of each window. For every n and c,
     *
     * <pre>out[n, c, i, j] = 1 / count * sum over 0 &le; a, b &lt; k of in[n, c, i * stride + a - padding, j * stride + b - padding]</pre>
     *
     * <p>Padding counts as zero in the sum. The count is k * k if {@code countIncludePad}, and otherwise the number of
     * places of the window that lie within the input. Windows that would not fit whole into the padded input are left
     * out (floor mode).
     *
     * @param input of shape [N, C, H, W]
     * @param kernelSize k, the height and width of the window, at least 1
     * @param stride the step from one window to the next, at least 1
     * @param padding added on each of the four sides, from 0 to k / 2
     * @param countIncludePad whether places of the padding are counted; PyTorch's default is true
     * @return of shape [N, C, (H + 2 * padding - k) / stride + 1, (W + 2 * padding - k) / stride + 1], rounded down
     * @throws IllegalArgumentException if input has not four dimensions, a parameter is outside its range, or the window
     *     is larger than the padded input
     */
    Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad);
}
