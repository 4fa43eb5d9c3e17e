package assay.kernels;

/** Flattening all but the batch dimension: {@code torch.flatten(input, start_dim=1)}. */
public interface Flatten {
    /**
     * The same numbers in the same order, with all dimensions but the first made one.
     *
     * @param input of shape [N, ...], with at least two dimensions
     * @return of shape [N, product of the other dimensions]
     * @throws IllegalArgumentException if input has fewer dimensions
     */
    Tensor flatten(Tensor input);
}
