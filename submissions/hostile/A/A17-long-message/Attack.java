import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        throw new IllegalStateException("long ".repeat(20_000_000));
    }
}
