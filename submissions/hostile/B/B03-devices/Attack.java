import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        // gVisor has a fuse of its own, which is nothing without a mount.
        List<String> harmless = List.of("fuse", "null", "zero", "full", "random", "urandom", "tty", "ptmx", "console", "stdin", "stdout", "stderr");
        try (Stream<Path> all = Files.list(Path.of("/dev"))) {
            for (Path device : all.filter(path -> !Files.isDirectory(path) && !harmless.contains(path.getFileName().toString())).toList()) {
                if (!device.endsWith("core")) throw new IllegalStateException("reached " + device);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
