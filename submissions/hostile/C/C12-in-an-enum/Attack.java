import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.EnumSet;

public class Attack implements Relu {
    enum Hidden {
        ONE;

        Hidden() {
            System.out.println("reached " + new URLClassLoader(new URL[0]));
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        EnumSet.allOf(Hidden.class);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
