import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            MethodHandles.publicLookup()
                    .bind(Runtime.getRuntime(), "exec", MethodType.methodType(Process.class, String.class))
                    .invoke("/bin/id");
        } catch (Throwable e) {
            throw new IllegalStateException("reached " + e);
        }
        return input;
    }
}
