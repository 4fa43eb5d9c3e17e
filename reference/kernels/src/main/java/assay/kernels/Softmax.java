package assay.kernels;

/** Softmax. */
public interface Softmax {
    Tensor softmax(Tensor input, int dim);
}
