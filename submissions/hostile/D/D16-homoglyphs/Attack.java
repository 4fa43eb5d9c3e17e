import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor \u0456nput) {
        Tensor \u043eutput = \u0456nput.copy();
        for (int \u0456 = 0; \u0456 < \u043eutput.size(); \u0456++) {
            \u043eutput.data()[\u0456] = Math.max(0, \u043eutput.data()[\u0456]);
        }
        return \u043eutput;
    }
}
