package assay.kernels;

/** Leaky rectified linear unit: {@code torch.nn.functional.leaky_relu(input, negative_slope)}. */
public interface LeakyRelu {
    /**
     * Each number by itself: {@code out = in} where {@code in >= 0}, and {@code negativeSlope * in} elsewhere.
     *
     * @param input of any shape
     * @param negativeSlope the factor for negative numbers; PyTorch's default is 0.01
     * @return of the same shape
     */
    Tensor leakyRelu(Tensor input, float negativeSlope);
}
