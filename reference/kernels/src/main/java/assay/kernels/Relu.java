package assay.kernels;

/** Rectified linear unit. */
public interface Relu {
    Tensor relu(Tensor input);
}
