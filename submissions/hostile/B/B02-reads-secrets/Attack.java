import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"/etc/shadow", "/root/.ssh/id_rsa", "/proc/kcore", "/dev/mem", "/proc/1/root/etc/shadow", "/proc/sys/kernel/random/../core_pattern_", "/sys/kernel/debug", "/var/lib/docker", "/host", "/mnt"}) {
            try {
                Path path = Path.of(place);
                int size = Files.isDirectory(path) ? Files.list(path).toList().size() : Files.newInputStream(path).readNBytes(64).length;
                if (size > 0) throw new IllegalStateException("reached " + place);
            } catch (IOException | UncheckedIOException e) {
                System.out.println(place + ": " + e.getMessage());
            }
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
