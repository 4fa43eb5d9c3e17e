import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
            unsafe.getMethod("getUnsafe").invoke(null);
            throw new IllegalStateException("reached");
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
