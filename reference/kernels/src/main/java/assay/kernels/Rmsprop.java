package assay.kernels;

/** RMSprop: {@code torch.optim.RMSprop}, neither centred nor with momentum. */
public interface Rmsprop {
    /**
     * Steps with gradients that are given. For each step, with v beginning at 0:
     *
     * <pre>v = alpha * v + (1 - alpha) * g * g
     * p = p - learningRate * g / (sqrt(v) + eps)</pre>
     *
     * @param parameters p before the first step, of shape [P]
     * @param gradients of each step, of shape [T, P]
     * @param learningRate lr
     * @param alpha PyTorch's default is 0.99
     * @param eps added to the root, not under it; PyTorch's default is 1e-8
     * @return the parameters after each step, of shape [T, P]
     */
    Tensor rmsprop(Tensor parameters, Tensor gradients, float learningRate, float alpha, float eps);
}
