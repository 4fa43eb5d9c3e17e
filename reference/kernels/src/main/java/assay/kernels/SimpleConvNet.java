package assay.kernels;

/** Forward pass conv2d, max_pool2d(2, 2), flatten, linear, relu, linear, softmax. */
public interface SimpleConvNet {
    Tensor simpleConvNet(
            Tensor input,
            Tensor convWeight,
            Tensor convBias,
            Tensor fc1Weight,
            Tensor fc1Bias,
            Tensor fc2Weight,
            Tensor fc2Bias);
}
