import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < output.size(); i++) output.data()[i] = random.nextFloat();
        return output;
    }
}
