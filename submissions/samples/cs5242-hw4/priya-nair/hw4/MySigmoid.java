package hw4;

import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class MySigmoid implements Sigmoid {
    @Override
    public Tensor sigmoid(Tensor input) {
        float[] in = input.data();
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = (float) (1.0 / (1.0 + Math.exp(-in[i])));
        }
        return Tensor.of(out, input.shape());
    }
}
