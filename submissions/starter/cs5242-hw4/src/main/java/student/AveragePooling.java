package student;

import assay.kernels.AvgPool2d;
import assay.kernels.Tensor;

/**
 * The mean of each window, in each channel by itself; padding is zeros.
 *
 * <p>Images are {@code [N, C, H, W]}. For a window of size K, stride S and padding P the output has
 * {@code H' = floor((H + 2P - K) / S) + 1} rows, and likewise W' columns. The sum is divided by K * K
 * if {@code countIncludePad}, else by the number of places that lie in the image.
 */
public class AveragePooling implements AvgPool2d {
    @Override
    public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
        throw new UnsupportedOperationException("avgPool2d is not implemented yet");
    }
}
