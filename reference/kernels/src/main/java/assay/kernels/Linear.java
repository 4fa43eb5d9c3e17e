package assay.kernels;

/** Fully connected layer: {@code torch.nn.functional.linear(input, weight, bias)}. */
public interface Linear {
    /**
     * The input times the transposed weight, plus the bias:
     *
     * <pre>out[n, o] = bias[o] + sum over i of in[n, i] * weight[o, i]</pre>
     *
     * @param input of shape [N, I]
     * @param weight of shape [O, I]
     * @param bias of shape [O]
     * @return of shape [N, O]
     * @throws IllegalArgumentException if the shapes do not go together
     */
    Tensor linear(Tensor input, Tensor weight, Tensor bias);
}
