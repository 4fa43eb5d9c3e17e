import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        float[] data = output.data();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < data.length; i++) {
                int own = i;
                threads.submit(() -> data[own] = Math.max(0, data[own]));
            }
        }
        return output;
    }
}
