import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.awt.image.ConvolveOp;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        return input;
    }
}
