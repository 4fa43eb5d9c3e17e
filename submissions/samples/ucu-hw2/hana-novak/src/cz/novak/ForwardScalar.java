package cz.novak;

import assay.kernels.Form;
import assay.kernels.SimpleConvNet;
import assay.kernels.Tensor;

@Form(Form.Kind.SCALAR)
public class ForwardScalar implements SimpleConvNet {
    private final ScalarLayers layers = new ScalarLayers();

    @Override
    public Tensor simpleConvNet(
            Tensor x, Tensor wConv, Tensor bConv, Tensor wFc1, Tensor bFc1, Tensor wFc2, Tensor bFc2) {
        Tensor zConv = layers.conv2d(x, wConv, bConv, 1, 0);
        Tensor zPool = layers.maxPool2d(zConv, 2, 2, 0);
        Tensor zReshaped = layers.flatten(zPool);
        Tensor zFc1 = layers.linear(zReshaped, wFc1, bFc1);
        Tensor zRelu = layers.relu(zFc1);
        Tensor zFc2 = layers.linear(zRelu, wFc2, bFc2);
        return softmax(zFc2);
    }

    static Tensor softmax(Tensor z) {
        Tensor y = Tensor.zeros(z.shape());
        for (int n = 0; n < z.size(0); n++) {
            float max = z.get(n, 0);
            for (int c = 1; c < z.size(1); c++) max = Math.max(max, z.get(n, c));
            float sum = 0;
            for (int c = 0; c < z.size(1); c++) sum += (float) Math.exp(z.get(n, c) - max);
            for (int c = 0; c < z.size(1); c++) y.set((float) Math.exp(z.get(n, c) - max) / sum, n, c);
        }
        return y;
    }
}
