package student;

import assay.kernels.MultiStepLr;
import assay.kernels.Tensor;

/**
 * A learning rate that falls at milestones: torch.optim.lr_scheduler.MultiStepLR.
 *
 * <p>The formula and all shapes stand at the interface, MultiStepLr.
 */
public class Schedule implements MultiStepLr {
    @Override
    public Tensor multiStepLr(int[] steps, int[] milestones, float learningRate, float gamma) {
        throw new UnsupportedOperationException("multiStepLr is not implemented yet");
    }
}
