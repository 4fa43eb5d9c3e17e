import assay.kernels.Relu;
import assay.kernels.Tensor;
import jdk.incubator.vector.FloatVector;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        return input;
    }
}
