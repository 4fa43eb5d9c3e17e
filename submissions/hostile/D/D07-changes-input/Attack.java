import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < input.size(); i++) input.data()[i] = Math.max(0, input.data()[i]);
        return input;
    }
}
