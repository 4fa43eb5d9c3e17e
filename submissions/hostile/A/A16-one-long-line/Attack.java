import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.Arrays;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 1 << 15; i++) System.out.write(block, 0, block.length);
        return input;
    }
}
