import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class InPlaceSigmoid implements Sigmoid {
    @Override
    public Tensor sigmoid(Tensor input) {
        float[] d = input.data();
        for (int i = 0; i < d.length; i++) {
            d[i] = (float) (1 / (1 + Math.exp(-d[i])));
        }
        return Tensor.of(d, input.shape());
    }
}
