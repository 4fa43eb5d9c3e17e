package assay.kernels;

/** Log softmax. */
public interface LogSoftmax {
    Tensor logSoftmax(Tensor input, int dim);
}
