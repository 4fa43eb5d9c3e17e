import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Path library = Files.write(Path.of("/tmp/own.so"), new byte[4096]);
            System.load(library.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return input;
    }
}
