import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static final class Ends extends RuntimeException {
        @Override
        public String getMessage() {
            System.exit(0);
            return "";
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        throw new Ends();
    }
}
