/// # Attack
/// <script>alert(1)</script> [link](javascript:alert(1))
import assay.kernels.Relu;
import assay.kernels.Tensor;

/// # Attack <script>alert(1)</script> [x](javascript:alert(1))
public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
