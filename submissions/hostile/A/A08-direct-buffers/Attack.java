import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        List<ByteBuffer> all = new ArrayList<>();
        while (true) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 24);
            for (int i = 0; i < buffer.capacity(); i += 4096) buffer.put(i, (byte) 1);
            all.add(buffer);
        }
    }
}
