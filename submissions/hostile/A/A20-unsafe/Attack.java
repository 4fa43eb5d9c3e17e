import assay.kernels.Relu;
import assay.kernels.Tensor;
import sun.misc.Unsafe;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        return input;
    }
}
