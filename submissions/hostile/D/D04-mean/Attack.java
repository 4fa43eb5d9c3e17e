import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        float mean = 0;
        for (float number : input.data()) mean += Math.max(0, number) / input.size();
        Tensor output = input.copy();
        java.util.Arrays.fill(output.data(), mean);
        return output;
    }
}
