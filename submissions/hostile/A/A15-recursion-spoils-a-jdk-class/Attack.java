import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.concurrent.ThreadLocalRandom;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        return deep(input, 0);
    }

    private static Tensor deep(Tensor input, int depth) {
        try {
            return deep(input, depth + 1);
        } catch (StackOverflowError e) {
            input.data()[0] = ThreadLocalRandom.current().nextInt(7) + depth;
            return input;
        }
    }
}
