import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            return relu(input);
        } catch (StackOverflowError e) {
            return relu(input);
        }
    }
}
