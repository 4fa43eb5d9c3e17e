package assay.kernels;

/** Logarithm of softmax: {@code torch.nn.functional.log_softmax(input, dim)}. */
public interface LogSoftmax {
    /**
     * The logarithm of {@link Softmax}:
     *
     * <pre>out = in - log(sum over dim of exp(in))</pre>
     *
     * <p>To stay finite with large numbers, subtract the largest along the dimension first; the result is the same.
     *
     * @param input of any shape with at least one dimension
     * @param dim the dimension to normalise along, from 0; a negative one counts from the end, -1 being the last
     * @return of the same shape
     * @throws IllegalArgumentException if input has no such dimension
     */
    Tensor logSoftmax(Tensor input, int dim);
}
