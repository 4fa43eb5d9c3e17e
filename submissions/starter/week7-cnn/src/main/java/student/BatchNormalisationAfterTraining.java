package student;

import assay.kernels.BatchNorm2dEval;
import assay.kernels.Tensor;

/**
 * Batch normalisation as it is used after training: torch.nn.functional.batch_norm(training=False).
 *
 * <p>The formula and all shapes stand at the interface, BatchNorm2dEval.
 */
public class BatchNormalisationAfterTraining implements BatchNorm2dEval {
    @Override
    public Tensor batchNorm2dEval(Tensor input, Tensor runningMean, Tensor runningVar, float eps) {
        throw new UnsupportedOperationException("batchNorm2dEval is not implemented yet");
    }
}
