import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        long tomorrow = System.currentTimeMillis() + 86_400_000;
        while (System.currentTimeMillis() < tomorrow) Thread.onSpinWait();
        return input;
    }
}
