import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.nio.charset.Charset;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Charset.availableCharsets();
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
