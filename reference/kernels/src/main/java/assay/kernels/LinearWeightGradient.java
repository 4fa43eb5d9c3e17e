package assay.kernels;

/** The gradient of {@link Linear} by its weight, as PyTorch's autograd has it. */
public interface LinearWeightGradient {
    /**
     * The product of the transposed {@code gradOutput} with the input: {@code out[o, i] = sum over n of gradOutput[n, o] *
     * input[n, i]}.
     *
     * @param input of shape [N, I]
     * @param gradOutput the gradient of a loss by the output, of shape [N, O]
     * @return of the shape of the weight, [O, I]: the sum over the batch, not its mean
     */
    Tensor linearWeightGradient(Tensor input, Tensor gradOutput);
}
