package assay.kernels;

/** A residual block with a shortcut that has no parameters. */
public interface ResidualBlock {
    /**
     * Two 3 x 3 convolutions without bias and with padding 1, each followed by {@link BatchNorm2d}, then the shortcut is added:
     *
     * <pre>out = relu(bn(conv(relu(bn(conv(input, conv1Weight, stride))), conv2Weight, 1)) + shortcut)</pre>
     *
     * <p>The shortcut is the input itself, if the stride is 1. If it is 2, the input gets as many channels of zeros behind its
     * own as are missing, and then goes through {@link MaxPool2d} with window 2 and stride 2.
     *
     * @param input of shape [N, C, H, W], with even H and W if the stride is 2
     * @param conv1Weight of shape [F, C, 3, 3], with F at least C, and F = C if the stride is 1
     * @param conv2Weight of shape [F, F, 3, 3]
     * @param stride of the first convolution, 1 or 2
     * @param eps of both normalisations, which take the statistics of the batch and have neither scale nor shift
     * @return of shape [N, F, H / stride, W / stride]
     */
    Tensor residualBlock(Tensor input, Tensor conv1Weight, Tensor conv2Weight, int stride, float eps);
}
