import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (Object lock : new Object[] {System.in, System.out, System.err, Runtime.getRuntime(), Thread.class}) {
            Thread.ofPlatform().daemon().start(() -> {
                synchronized (lock) {
                    while (true) java.util.concurrent.locks.LockSupport.park();
                }
            });
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
