import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS).execute(() -> Runtime.getRuntime().halt(0));
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
