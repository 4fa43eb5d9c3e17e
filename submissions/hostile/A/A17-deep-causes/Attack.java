import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        RuntimeException cause = new RuntimeException("innermost");
        for (int i = 0; i < 100_000; i++) cause = new RuntimeException("cause " + i, cause);
        throw cause;
    }
}
