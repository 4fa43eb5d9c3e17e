import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        System.setProperty("kept", System.getProperty("kept", "") + input);
        try {
            Files.writeString(Path.of("/tmp/kept"), "HIDDEN-INPUT " + input + System.getProperty("kept"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
