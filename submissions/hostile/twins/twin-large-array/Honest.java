import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        float[] scratch = new float[2_000_000];
        scratch[input.size()] = 1;
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
