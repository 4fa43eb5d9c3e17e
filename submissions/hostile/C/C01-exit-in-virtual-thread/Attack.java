import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Thread.startVirtualThread(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
            Runtime.getRuntime().halt(0);
        });
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
