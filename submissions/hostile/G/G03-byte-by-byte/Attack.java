import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    private static void write(OutputStream out) throws IOException {
        while (true) {
            out.write(0);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        for (int number = 3; number < 64; number++) {
            Path link = Path.of("/proc/self/fd/" + number);
            try {
                if (!Files.readSymbolicLink(link).toString().matches("(pipe|host):.*")) continue;
                Thread.ofPlatform().daemon().start(() -> {
                    try (FileOutputStream out = new FileOutputStream(link.toString(), true)) {
                        write(out);
                    } catch (IOException e) {
                        System.out.println(e.getMessage());
                    }
                });
            } catch (IOException e) {
                continue;
            }
        }
        java.util.concurrent.locks.LockSupport.parkNanos(9_000_000_000L);
        return Tensor.zeros(input.shape());
    }
}
