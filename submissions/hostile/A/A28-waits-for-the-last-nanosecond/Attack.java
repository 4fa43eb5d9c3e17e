import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        while (System.nanoTime() != Long.MIN_VALUE) Thread.onSpinWait();
        return input;
    }
}
