import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.Locale;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        System.out.println(String.format(Locale.GERMANY, "%.2f", input.data()[0]));
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
