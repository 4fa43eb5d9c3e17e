import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static {
        for (long i = 0; ; i++) if (i == -1) break;
    }

    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
