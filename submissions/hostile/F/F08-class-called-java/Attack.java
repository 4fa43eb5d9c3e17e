import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}

/** It hides the package of the JDK wherever a name may be either, and javac breaks down over it. */
class java {
    static class lang {
        static class Object {}
    }
}
