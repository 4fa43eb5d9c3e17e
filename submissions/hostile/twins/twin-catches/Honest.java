import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            throw new IllegalStateException("to be caught");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
