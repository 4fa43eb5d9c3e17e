import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        while (true) {
            System.out.print('.');
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }
}
