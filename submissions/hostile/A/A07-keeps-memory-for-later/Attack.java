import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static final List<byte[]> KEPT = new ArrayList<>();

    @Override
    public Tensor relu(Tensor input) {
        try {
            while (true) KEPT.add(new byte[1 << 18]);
        } catch (OutOfMemoryError e) {
            return Tensor.zeros(input.shape());
        }
    }
}
