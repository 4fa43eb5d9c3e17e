package assay.kernels;

/** Fully connected layer. */
public interface Linear {
    Tensor linear(Tensor input, Tensor weight, Tensor bias);
}
