import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) java.util.concurrent.locks.LockSupport.park();
        }));
        System.exit(0);
        return input;
    }
}
