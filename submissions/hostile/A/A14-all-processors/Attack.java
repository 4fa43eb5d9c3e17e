import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.stream.IntStream;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        IntStream.range(0, 64).parallel().forEach(i -> {
            while (true) Thread.onSpinWait();
        });
        return input;
    }
}
