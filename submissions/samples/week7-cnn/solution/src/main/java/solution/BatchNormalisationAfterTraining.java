package solution;

import assay.kernels.BatchNorm2dEval;
import assay.kernels.Tensor;

/** With the statistics that are given, and none of the batch. */
public final class BatchNormalisationAfterTraining implements BatchNorm2dEval {
    @Override
    public Tensor batchNorm2dEval(Tensor input, Tensor runningMean, Tensor runningVar, float eps) {
        Tensor output = Tensor.zeros(input.shape());
        int places = input.size(2) * input.size(3);
        for (int i = 0; i < input.size(); i++) {
            int channel = i / places % input.size(1);
            double deviation = Math.sqrt((double) runningVar.get(channel) + eps);
            output.data()[i] = (float) ((input.data()[i] - (double) runningMean.get(channel)) / deviation);
        }
        return output;
    }
}
