import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        double[] all = new double[Integer.MAX_VALUE - 8];
        all[0] = 1;
        return Tensor.scalar((float) all[0]);
    }
}
