import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Process date = new ProcessBuilder("/bin/date", "-s", "1990-01-01").start();
            throw new IllegalStateException("reached: " + date.waitFor());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }
}
