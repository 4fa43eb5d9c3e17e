import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        List<MappedByteBuffer> all = new ArrayList<>();
        try {
            for (int f = 0; f < 8; f++) {
                try (RandomAccessFile file = new RandomAccessFile("/tmp/mapped" + f, "rw")) {
                    all.add(file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 15 << 20));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (MappedByteBuffer map : all) for (int i = 0; i < map.capacity(); i += 4096) map.put(i, (byte) 1);
        return input;
    }
}
