import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.management.ManagementFactory;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        ManagementFactory.getRuntimeMXBean();
        return input;
    }
}
