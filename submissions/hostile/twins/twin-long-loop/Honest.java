import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        long sum = 0;
        for (int i = 0; i < 20_000_000; i++) sum += i ^ (sum << 1);
        if (sum == 42) System.out.println(sum);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
