import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    private static long deep(long n) {
        if (n > 400_000) {
            while (true) {
                try {
                    Thread.sleep(9_999);
                } catch (InterruptedException e) {
                    System.out.println("no");
                }
            }
        }
        return deep(n + 1) + 1;
    }

    @Override
    public Tensor relu(Tensor input) {
        for (int i = 0; i < 100; i++) {
            Thread thread = new Thread(null, () -> deep(0), "deep", 64 << 20);
            thread.setDaemon(true);
            thread.start();
        }
        while (true) Thread.onSpinWait();
    }
}
