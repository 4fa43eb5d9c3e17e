package solution.vector;

import assay.kernels.Form;
import assay.kernels.SimpleConvNet;
import assay.kernels.Tensor;
import solution.Softmax;

/** The forward pass out of the vector layers. */
@Form(Form.Kind.VECTOR)
public final class VectorNet implements SimpleConvNet {
    private final VectorLayers layers = new VectorLayers();

    @Override
    public Tensor simpleConvNet(
            Tensor input,
            Tensor convWeight,
            Tensor convBias,
            Tensor fc1Weight,
            Tensor fc1Bias,
            Tensor fc2Weight,
            Tensor fc2Bias) {
        Tensor convolved = layers.conv2d(input, convWeight, convBias, 1, 0);
        Tensor pooled = layers.maxPool2d(convolved, 2, 2, 0);
        Tensor hidden = layers.relu(layers.linear(layers.flatten(pooled), fc1Weight, fc1Bias));
        return Softmax.ofRows(layers.linear(hidden, fc2Weight, fc2Bias));
    }
}
