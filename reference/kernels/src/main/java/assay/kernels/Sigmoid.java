package assay.kernels;

/** Logistic sigmoid: {@code torch.nn.functional.sigmoid(input)}. */
public interface Sigmoid {
    /**
     * Each number by itself: {@code out = 1 / (1 + exp(-in))}, which lies from 0 to 1 whatever its size.
     *
     * @param input of any shape
     * @return of the same shape
     */
    Tensor sigmoid(Tensor input);
}
