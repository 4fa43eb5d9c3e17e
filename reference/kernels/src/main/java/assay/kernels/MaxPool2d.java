package assay.kernels;

/** Max pooling. */
public interface MaxPool2d {
    Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding);
}
