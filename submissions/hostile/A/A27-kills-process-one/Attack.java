import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        ProcessHandle.of(1).orElseThrow().destroyForcibly();
        return null;
    }
}
