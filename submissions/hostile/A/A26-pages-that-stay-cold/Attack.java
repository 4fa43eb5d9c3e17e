import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static final List<ByteBuffer> COLD = new ArrayList<>();

    @Override
    public Tensor relu(Tensor input) {
        while (true) {
            byte[] once = new byte[1 << 12];
            new java.util.Random(COLD.size()).nextBytes(once); // nothing that could be merged or packed
            ByteBuffer pages = ByteBuffer.allocateDirect(8 << 20);
            while (pages.remaining() >= once.length) pages.put(once);
            COLD.add(pages);
        }
    }
}
