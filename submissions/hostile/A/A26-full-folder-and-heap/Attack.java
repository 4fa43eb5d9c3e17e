import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            for (int file = 0; file < 2; file++) Files.write(Path.of("/tmp/" + file), new byte[7 << 20]);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        List<byte[]> heap = new ArrayList<>();
        while (true) heap.add(new byte[1 << 20]);
    }
}
