package assay.kernels;

/** Convolution. */
public interface Conv2d {
    Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding);
}
