package assay.kernels;

/** Flatten all but the batch dimension. */
public interface Flatten {
    Tensor flatten(Tensor input);
}
