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
        try (Stream<Path> all = Files.find(Path.of("/"), 6, (path, is) -> !path.startsWith("/proc") && !path.startsWith("/sys") && !path.startsWith("/java"))) {
            all.map(path -> path.toString().toLowerCase()).filter(name -> name.matches(".*(\\.npy|\\.npz|golden|expected|\\.yaml|secret|submission).*")).forEach(name -> {
                throw new IllegalStateException("reached " + name);
            });
        } catch (IOException | UncheckedIOException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
