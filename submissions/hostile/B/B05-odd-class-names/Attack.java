import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        int sum = new con().one() + new Con().one() + new CON().one() + new $().one() + new __proto__().one();
        if (sum != 15) throw new IllegalStateException("one class was taken for another: " + sum);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
