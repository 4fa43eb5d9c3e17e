package assay.kernels;

/** Logistic sigmoid. */
public interface Sigmoid {
    Tensor sigmoid(Tensor input);
}
