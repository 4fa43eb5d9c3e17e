import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        String around = Runtime.getRuntime().availableProcessors() + " " + Runtime.getRuntime().maxMemory() + " "
                + System.getProperty("java.version") + " " + System.getenv().size() + " " + getClass().getSimpleName();
        if (around.isEmpty()) return input;
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
