import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.reflect.Field;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        try {
            Field shape = Tensor.class.getDeclaredField("shape");
            shape.setAccessible(true);
            ((int[]) shape.get(output))[0] = 1_000_000_000;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }
}
