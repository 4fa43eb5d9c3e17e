import assay.kernels.Relu;
import assay.kernels.Tensor;
import ai.djl.ndarray.NDArray;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        return input;
    }
}
