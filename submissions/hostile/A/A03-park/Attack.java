import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.concurrent.locks.LockSupport;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        while (true) LockSupport.park();
    }
}
