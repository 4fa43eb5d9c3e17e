import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            new ProcessBuilder("python3", "-c", "import torch").start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return input;
    }
}
