package assay.sandbox.image;

import assay.kernels.CrossEntropy;
import assay.kernels.Relu;
import assay.kernels.Tensor;

/** A submission that the runner is trained on, so that it finds what it needs in its archive of classes. */
public final class Warmup implements Relu, CrossEntropy {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        float[] numbers = output.data();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.max(0, numbers[i]);
        }
        return output;
    }

    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        return logits.get(0, targets[0]);
    }
}
