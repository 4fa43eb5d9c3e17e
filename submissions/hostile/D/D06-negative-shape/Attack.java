import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.reflect.Field;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = Tensor.zeros(1, 1, 4);
        try {
            Field shape = Tensor.class.getDeclaredField("shape");
            shape.setAccessible(true);
            int[] lengths = (int[]) shape.get(output);
            lengths[0] = -1;
            lengths[1] = -1;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }
}
