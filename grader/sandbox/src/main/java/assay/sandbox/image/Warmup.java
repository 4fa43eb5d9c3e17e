package assay.sandbox.image;

import assay.kernels.CrossEntropy;
import assay.kernels.Relu;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

/** A submission that the runner is trained on, so that it finds what it needs in its archive of classes. */
public final class Warmup implements Relu, CrossEntropy, Sigmoid {
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

    /** Where that ended the JVM, there would be no image: see {@link assay.runner.run.ExitLogger}. */
    @Override
    public Tensor sigmoid(Tensor input) {
        System.exit(1);
        return input;
    }
}
