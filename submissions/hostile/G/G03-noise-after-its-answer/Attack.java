import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Thread.ofVirtual().start(Attack::noise);
        return Tensor.zeros(input.shape());
    }

    private static void noise() {
        for (int time = 1; time < 12; time++) {
            try {
                Thread.sleep(time);
                for (int number = 3; number < 64; number++) {
                    Path link = Path.of("/proc/self/fd/" + number);
                    if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).toString().matches("(pipe|host):.*")) continue;
                    try (FileOutputStream out = new FileOutputStream(link.toString(), true)) {
                        out.write(time);
                    }
                }
            } catch (IOException | InterruptedException e) {
                continue;
            }
        }
    }
}
