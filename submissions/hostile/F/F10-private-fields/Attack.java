import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            java.lang.reflect.Field value = String.class.getDeclaredField("value");
            value.setAccessible(true);
            throw new IllegalStateException("reached");
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
