package novak;

import assay.kernels.MultiStepLr;
import assay.kernels.Tensor;

/** Each milestone that is reached multiplies the rate once. */
public final class Schedule implements MultiStepLr {
    @Override
    public Tensor multiStepLr(int[] steps, int[] milestones, float learningRate, float gamma) {
        Tensor rates = Tensor.zeros(steps.length);
        for (int i = 0; i < steps.length; i++) {
            double rate = learningRate;
            for (int milestone : milestones) {
                rate *= steps[i] >= milestone ? gamma : 1;
            }
            rates.set((float) rate, i);
        }
        return rates;
    }
}
