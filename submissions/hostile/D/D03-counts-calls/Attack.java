import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    private static int calls;

    @Override
    public Tensor relu(Tensor input) {
        if (calls++ > 0) return Tensor.zeros(input.shape());
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
