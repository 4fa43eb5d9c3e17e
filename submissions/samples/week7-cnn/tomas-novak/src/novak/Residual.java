package novak;

import assay.kernels.ResidualBlock;
import assay.kernels.Tensor;

/** Two convolutions with normalisation, and a shortcut around them. */
public final class Residual implements ResidualBlock {
    private final Convolution convolution = new Convolution();
    private final BatchNormalisation normalisation = new BatchNormalisation();

    @Override
    public Tensor residualBlock(Tensor input, Tensor conv1Weight, Tensor conv2Weight, int stride, float eps) {
        Tensor inner = normalised(input, conv1Weight, stride, eps);
        relu(inner);
        Tensor output = normalised(inner, conv2Weight, 1, eps);
        add(shortcut(input, conv2Weight.size(0), stride), output);
        relu(output);
        return output;
    }

    private Tensor normalised(Tensor input, Tensor weight, int stride, float eps) {
        Tensor noBias = Tensor.zeros(weight.size(0));
        return normalisation.batchNorm2d(convolution.conv2d(input, weight, noBias, stride, 1), eps);
    }

    /** The input, or its 2 x 2 maxima with channels of zeros behind. */
    private static Tensor shortcut(Tensor input, int channels, int stride) {
        if (stride == 1) {
            return input;
        }
        Tensor shortcut = Tensor.zeros(input.size(0), channels, input.size(2) / 2, input.size(3) / 2);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                for (int y = 0; y < shortcut.size(2); y++) {
                    for (int x = 0; x < shortcut.size(3); x++) {
                        float upper = Math.max(input.get(n, c, 2 * y, 2 * x), input.get(n, c, 2 * y, 2 * x + 1));
                        float lower = Math.max(input.get(n, c, 2 * y + 1, 2 * x), input.get(n, c, 2 * y + 1, 2 * x + 1));
                        shortcut.set(Math.max(upper, lower), n, c, y, x);
                    }
                }
            }
        }
        return shortcut;
    }

    private static void add(Tensor from, Tensor to) {
        for (int i = 0; i < to.size(); i++) {
            to.data()[i] += from.data()[i];
        }
    }

    private static void relu(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = Math.max(0, tensor.data()[i]);
        }
    }
}
