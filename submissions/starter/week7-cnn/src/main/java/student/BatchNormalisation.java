package student;

import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

/**
 * Batch normalisation as in training:
 * torch.nn.functional.batch_norm(input, None, None, training=True, eps=eps), without weight and bias.
 *
 * <p>The formula and all shapes stand at the interface, BatchNorm2d.
 */
public class BatchNormalisation implements BatchNorm2d {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        throw new UnsupportedOperationException("batchNorm2d is not implemented yet");
    }
}
