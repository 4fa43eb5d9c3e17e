import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.ref.Cleaner;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Cleaner.create().register(new Object(), () -> Runtime.getRuntime().halt(0));
        System.gc();
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
