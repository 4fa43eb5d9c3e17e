import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (RandomAccessFile file = new RandomAccessFile("/tmp/sparse", "rw")) {
            file.setLength(1L << 40);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return input;
    }
}
