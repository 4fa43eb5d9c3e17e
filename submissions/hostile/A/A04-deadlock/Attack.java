import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.concurrent.CountDownLatch;

public class Attack implements Relu {
    private static void lock(Object first, Object second, CountDownLatch both) {
        synchronized (first) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                second.hashCode();
            }
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        Object left = new Object();
        Object right = new Object();
        CountDownLatch both = new CountDownLatch(2);
        Thread one = new Thread(() -> lock(left, right, both));
        Thread two = new Thread(() -> lock(right, left, both));
        one.start();
        two.start();
        try {
            one.join();
            two.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return input;
    }
}
