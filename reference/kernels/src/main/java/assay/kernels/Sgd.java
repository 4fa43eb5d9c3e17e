package assay.kernels;

/** Stochastic gradient descent with momentum: {@code torch.optim.SGD}. */
public interface Sgd {
    /**
     * Steps with gradients that are given, so that nothing but the rule is tested. For each step t, with g the gradient of
     * that step and v the momentum, which is g itself in the first step:
     *
     * <pre>g = gradients[t] + weightDecay * p
     * v = momentum * v + g
     * p = p - learningRate * v</pre>
     *
     * @param parameters p before the first step, of shape [P]
     * @param gradients of each step, of shape [T, P]
     * @param learningRate lr
     * @param momentum 0 for none
     * @param weightDecay 0 for none
     * @return the parameters after each step, of shape [T, P]
     */
    Tensor sgd(Tensor parameters, Tensor gradients, float learningRate, float momentum, float weightDecay);
}
