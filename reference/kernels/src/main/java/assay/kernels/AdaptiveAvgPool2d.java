package assay.kernels;

/** Adaptive average pooling. */
public interface AdaptiveAvgPool2d {
    Tensor adaptiveAvgPool2d(Tensor input, int outputHeight, int outputWidth);
}
