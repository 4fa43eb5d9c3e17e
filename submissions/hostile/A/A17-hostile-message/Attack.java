import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static final class Endless extends RuntimeException {
        @Override
        public String getMessage() {
            while (true) Thread.onSpinWait();
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        throw new Endless();
    }
}
