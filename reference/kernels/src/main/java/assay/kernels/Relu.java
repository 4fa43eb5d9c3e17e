package assay.kernels;

/** Rectified linear unit: {@code torch.nn.functional.relu(input)}. */
public interface Relu {
    /**
     * Each number by itself: {@code out = max(0, in)}.
     *
     * @param input of any shape
     * @return of the same shape
     */
    Tensor relu(Tensor input);
}
