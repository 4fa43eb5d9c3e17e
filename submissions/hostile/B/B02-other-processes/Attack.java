import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> path.getFileName().toString().matches("[0-9]+")).toList()) {
                if (!process.getFileName().toString().equals(Long.toString(ProcessHandle.current().pid()))) {
                    throw new IllegalStateException("reached " + process + " " + Files.readString(process.resolve("cmdline")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
