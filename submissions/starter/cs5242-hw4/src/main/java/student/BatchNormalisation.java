package student;

import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

/**
 * (x - mean) / sqrt(variance + eps), with mean and variance of each channel over batch, rows and columns.
 *
 * <p>The variance is the biased one: divided by the count, not by the count less one. The output has the shape of the
 * input.
 */
public class BatchNormalisation implements BatchNorm2d {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        throw new UnsupportedOperationException("batchNorm2d is not implemented yet");
    }
}
