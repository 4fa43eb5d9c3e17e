import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = Tensor.of(new float[input.size()], input.shape());
        Thread.ofVirtual().start(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, input.data()[i]);
        });
        return output;
    }
}
