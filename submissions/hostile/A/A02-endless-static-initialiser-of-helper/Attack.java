import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    static final class Helper {
        static final Tensor INPUT;

        static {
            Tensor found = null;
            for (long i = 0; ; i++) if (i == -1) break;
            INPUT = found;
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        return Helper.INPUT == null ? input : Helper.INPUT;
    }
}
