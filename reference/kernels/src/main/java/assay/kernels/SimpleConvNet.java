package assay.kernels;

/**
 * The forward pass of a small network: {@link Conv2d}, {@link MaxPool2d}, {@link Flatten}, {@link Linear}, {@link Relu},
 * {@link Linear} and {@link Softmax}, each as it is defined there.
 */
public interface SimpleConvNet {
    /**
     * The probabilities of each class:
     *
     * <pre>softmax(linear(relu(linear(flatten(max_pool2d(conv2d(input, convWeight, convBias), 2, 2)),
     *         fc1Weight, fc1Bias)), fc2Weight, fc2Bias), dim=1)</pre>
     *
     * <p>with convolution of stride 1 and padding 0, and max pooling of kernel size 2, stride 2 and padding 0. There is
     * no activation between the convolution and the pooling.
     *
     * @param input images, of shape [N, C, H, W]
     * @param convWeight of shape [F, C, KH, KW]
     * @param convBias of shape [F]
     * @param fc1Weight of shape [M, F * PH * PW], where PH = (H - KH + 1) / 2 and PW = (W - KW + 1) / 2, rounded down
     * @param fc1Bias of shape [M]
     * @param fc2Weight of shape [O, M]
     * @param fc2Bias of shape [O]
     * @return of shape [N, O]; each row adds up to 1
     * @throws IllegalArgumentException if the shapes do not go together
     */
    Tensor simpleConvNet(
            Tensor input,
            Tensor convWeight,
            Tensor convBias,
            Tensor fc1Weight,
            Tensor fc1Bias,
            Tensor fc2Weight,
            Tensor fc2Bias);
}
