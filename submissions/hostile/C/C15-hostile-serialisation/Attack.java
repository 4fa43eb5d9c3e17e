import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static final class Resolves extends RuntimeException {
        private Object writeReplace() {
            throw new IllegalStateException("reached");
        }

        private Object readResolve() {
            throw new IllegalStateException("reached");
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        throw new Resolves();
    }
}
