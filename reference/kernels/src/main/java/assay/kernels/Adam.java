package assay.kernels;

/** Adam: {@code torch.optim.Adam}, without weight decay. */
public interface Adam {
    /**
     * Steps with gradients that are given. For each step t = 1, 2, ..., with m and v beginning at 0:
     *
     * <pre>m = beta1 * m + (1 - beta1) * g
     * v = beta2 * v + (1 - beta2) * g * g
     * p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps)</pre>
     *
     * @param parameters p before the first step, of shape [P]
     * @param gradients of each step, of shape [T, P]
     * @param learningRate lr
     * @param beta1 PyTorch's default is 0.9
     * @param beta2 PyTorch's default is 0.999
     * @param eps added to the root, PyTorch's default is 1e-8
     * @return the parameters after each step, of shape [T, P]
     */
    Tensor adam(Tensor parameters, Tensor gradients, float learningRate, float beta1, float beta2, float eps);
}
