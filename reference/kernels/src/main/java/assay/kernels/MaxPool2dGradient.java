package assay.kernels;

/** The gradient of {@link MaxPool2d}, without padding, by its input, as PyTorch's autograd has it. */
public interface MaxPool2dGradient {
    /**
     * Each number of {@code gradOutput} goes to the place of its window's maximum, and to the first of several equal ones
     * in reading order; where windows overlap, what goes to one place is added up.
     *
     * @param input of the pooling, of shape [N, C, H, W]
     * @param gradOutput of the shape of the pooling's output, [N, C, (H - kernelSize) / stride + 1, ...]
     * @param kernelSize height and width of the window
     * @param stride as in the pooling
     * @return of the shape of the input
     */
    Tensor maxPool2dGradient(Tensor input, Tensor gradOutput, int kernelSize, int stride);
}
