import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.stream.IntStream;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        float[] data = output.data();
        IntStream.range(0, data.length).forEach(i -> data[i] = Math.max(0, data[i]));
        return output;
    }
}
