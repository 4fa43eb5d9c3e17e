import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        int[] shape = new int[100];
        java.util.Arrays.fill(shape, 1);
        return Tensor.zeros(shape);
    }
}
