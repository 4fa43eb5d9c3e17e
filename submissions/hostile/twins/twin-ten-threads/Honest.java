import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        float[] data = output.data();
        Thread[] threads = new Thread[10];
        for (int t = 0; t < threads.length; t++) {
            int own = t;
            threads[t] = new Thread(() -> {
                for (int i = own; i < data.length; i += threads.length) data[i] = Math.max(0, data[i]);
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return output;
    }
}
