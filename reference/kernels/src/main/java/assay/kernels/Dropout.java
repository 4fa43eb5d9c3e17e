package assay.kernels;

/** Dropout: {@code torch.nn.functional.dropout(input, p, training)}. */
public interface Dropout {
    /**
     * In training, each number by itself becomes 0 with probability p, and is multiplied by 1 / (1 - p) otherwise, so that
     * what is expected stays the same. Else, nothing changes.
     *
     * <p>There is no single right answer: the share of zeros and their independence are tested statistically.
     *
     * @param input of any shape
     * @param p from 0 to less than 1
     * @param training whether to drop anything
     * @param seed of the chance
     * @return of the same shape
     */
    Tensor dropout(Tensor input, float p, boolean training, int seed);
}
