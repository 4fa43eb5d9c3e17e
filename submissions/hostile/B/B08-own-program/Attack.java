import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Path own = Files.copy(Path.of(System.getProperty("java.home"), "bin", "java"), Path.of("/tmp/java"));
            new ProcessBuilder(own.toString(), "-version").start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return input;
    }
}
