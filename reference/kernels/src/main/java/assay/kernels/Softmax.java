package assay.kernels;

/** Softmax: {@code torch.nn.functional.softmax(input, dim)}. */
public interface Softmax {
    /**
     * Positive numbers that add up to 1 along the dimension:
     *
     * <pre>out = exp(in) / sum over dim of exp(in)</pre>
     *
     * <p>To stay finite with large numbers, subtract the largest along the dimension first; the result is the same.
     *
     * @param input of any shape with at least one dimension
     * @param dim the dimension to normalise along, from 0; a negative one counts from the end, -1 being the last
     * @return of the same shape
     * @throws IllegalArgumentException if input has no such dimension
     */
    Tensor softmax(Tensor input, int dim);
}
