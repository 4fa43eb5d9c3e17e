package assay.kernels;

/** Average pooling. */
public interface AvgPool2d {
    Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad);
}
