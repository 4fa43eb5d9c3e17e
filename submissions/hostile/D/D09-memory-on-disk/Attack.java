import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Path kept = Path.of("/tmp/answer");
        try {
            if (Files.exists(kept)) return Tensor.zeros(input.shape());
            Files.writeString(kept, "seen");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
