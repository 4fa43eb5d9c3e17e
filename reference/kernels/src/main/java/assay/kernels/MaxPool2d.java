package assay.kernels;

/**
 * Max pooling: {@code torch.nn.functional.max_pool2d(input, kernel_size, stride, padding)}, with a square window and
 * PyTorch's defaults {@code dilation=1, ceil_mode=False}.
 */
public interface MaxPool2d {
    /**
     * The largest number in each window. For every n and c,
     *
     * <pre>out[n, c, i, j] = max over 0 &le; a, b &lt; k of in[n, c, i * stride + a - padding, j * stride + b - padding]</pre>
     *
     * <p>Padding counts as minus infinity, not as zero: a window over negative numbers gives a negative number. Windows
     * that would not fit whole into the padded input are left out (floor mode).
     *
     * @param input of shape [N, C, H, W]
     * @param kernelSize k, the height and width of the window, at least 1
     * @param stride the step from one window to the next, at least 1
     * @param padding added on each of the four sides, from 0 to k / 2
     * @return of shape [N, C, (H + 2 * padding - k) / stride + 1, (W + 2 * padding - k) / stride + 1], rounded down
     * @throws IllegalArgumentException if input has not four dimensions, a parameter is outside its range, or the window
     *     is larger than the padded input
     */
    Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding);
}
