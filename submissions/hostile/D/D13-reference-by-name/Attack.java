import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Class.forName("assay.golden.torch.TorchKernels", true, ClassLoader.getSystemClassLoader());
            throw new IllegalStateException("reached");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
