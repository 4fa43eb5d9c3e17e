import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> System.exit(1));
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) root = root.getParent();
        Thread[] all = new Thread[100];
        for (int i = root.enumerate(all, true) - 1; i >= 0; i--) {
            all[i].setUncaughtExceptionHandler((thread, e) -> System.exit(1));
            all[i].setPriority(Thread.MIN_PRIORITY);
            if (all[i] != Thread.currentThread()) all[i].interrupt();
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
