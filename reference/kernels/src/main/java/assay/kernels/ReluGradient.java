package assay.kernels;

/** The gradient of {@link Relu} by its input, as PyTorch's autograd has it. */
public interface ReluGradient {
    /**
     * {@code gradOutput} where the input is more than 0, else 0; at 0 itself, PyTorch takes 0.
     *
     * @param input of the function, of any shape
     * @param gradOutput the gradient of a loss by the output, of the same shape
     * @return of the same shape
     */
    Tensor reluGradient(Tensor input, Tensor gradOutput);
}
