import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.nio.ByteBuffer;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        for (int i = 0; i < buffer.capacity(); i += 4096) buffer.put(i, (byte) 1);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
