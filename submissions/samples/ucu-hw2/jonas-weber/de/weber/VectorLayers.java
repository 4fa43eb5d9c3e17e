package de.weber;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Tensor;

/** To be replaced by matrices if there is time. */
@Form(Form.Kind.VECTOR)
public class VectorLayers implements Conv2d, MaxPool2d, Flatten, Relu, Linear {
    private final ScalarLayers scalar = new ScalarLayers();

    @Override
    public Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        return scalar.conv2d(x, w, b, stride, padding);
    }

    @Override
    public Tensor maxPool2d(Tensor a, int kernelSize, int stride, int padding) {
        return scalar.maxPool2d(a, kernelSize, stride, padding);
    }

    @Override
    public Tensor flatten(Tensor a) {
        return scalar.flatten(a);
    }

    @Override
    public Tensor relu(Tensor a) {
        return scalar.relu(a);
    }

    @Override
    public Tensor linear(Tensor a, Tensor weight, Tensor bias) {
        return scalar.linear(a, weight, bias);
    }
}
