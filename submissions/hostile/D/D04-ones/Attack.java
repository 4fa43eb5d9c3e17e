import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        java.util.Arrays.fill(output.data(), 1);
        return output;
    }
}
