import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Path file = Files.createTempFile("relu", ".txt");
            Files.writeString(file, "scratch");
            if (!Files.readString(file).equals("scratch")) throw new IllegalStateException("not what was written");
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
