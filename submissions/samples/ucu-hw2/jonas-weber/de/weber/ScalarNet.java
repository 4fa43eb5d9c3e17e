package de.weber;

import assay.kernels.Form;
import assay.kernels.SimpleConvNet;
import assay.kernels.Tensor;

@Form(Form.Kind.SCALAR)
public class ScalarNet implements SimpleConvNet {
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
        return Softmax.of(zFc2);
    }
}
