import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;

public class Attack implements Relu {
    static class Hidden {
        static {
            System.out.println("reached " + new URLClassLoader(new URL[0]));
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        try {
            for (Class<?> member : getClass().getNestMembers()) MethodHandles.lookup().ensureInitialized(member);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
