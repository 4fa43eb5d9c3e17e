package assay.core.baseline;

import assay.kernels.Conv2d;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.SimpleConvNet;
import assay.kernels.Tensor;

/** One number of the output at a time, read and written by its indices; neither made fast nor made slow. */
@Form(Form.Kind.SCALAR)
public final class PlainLayers implements Conv2d, MaxPool2d, Linear, SimpleConvNet {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        int height = places(input.size(2), weight.size(2), stride, padding);
        int width = places(input.size(3), weight.size(3), stride, padding);
        Tensor output = Tensor.zeros(input.size(0), weight.size(0), height, width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < weight.size(0); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        double sum = window(input, weight, n, c, y * stride - padding, x * stride - padding);
                        output.set((float) (sum + bias.get(c)), n, c, y, x);
                    }
                }
            }
        }
        return output;
    }

    private static double window(Tensor input, Tensor weight, int n, int c, int top, int left) {
        double sum = 0;
        for (int in = 0; in < input.size(1); in++) {
            for (int i = 0; i < weight.size(2); i++) {
                for (int j = 0; j < weight.size(3); j++) {
                    if (inside(input, top + i, left + j)) {
                        sum += (double) input.get(n, in, top + i, left + j) * weight.get(c, in, i, j);
                    }
                }
            }
        }
        return sum;
    }

    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        int height = places(input.size(2), kernelSize, stride, padding);
        int width = places(input.size(3), kernelSize, stride, padding);
        Tensor output = Tensor.zeros(input.size(0), input.size(1), height, width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < input.size(1); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        float largest = largest(input, n, c, y * stride - padding, x * stride - padding, kernelSize);
                        output.set(largest, n, c, y, x);
                    }
                }
            }
        }
        return output;
    }

    private static float largest(Tensor input, int n, int c, int top, int left, int kernelSize) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < kernelSize; i++) {
            for (int j = 0; j < kernelSize; j++) {
                if (inside(input, top + i, left + j)) {
                    largest = Math.max(largest, input.get(n, c, top + i, left + j));
                }
            }
        }
        return largest;
    }

    @Override
    public Tensor linear(Tensor input, Tensor weight, Tensor bias) {
        Tensor output = Tensor.zeros(input.size(0), weight.size(0));
        for (int n = 0; n < input.size(0); n++) {
            for (int j = 0; j < weight.size(0); j++) {
                double sum = bias.get(j);
                for (int i = 0; i < weight.size(1); i++) {
                    sum += (double) weight.get(j, i) * input.get(n, i);
                }
                output.set((float) sum, n, j);
            }
        }
        return output;
    }

    @Override
    public Tensor simpleConvNet(
            Tensor input,
            Tensor convWeight,
            Tensor convBias,
            Tensor fc1Weight,
            Tensor fc1Bias,
            Tensor fc2Weight,
            Tensor fc2Bias) {
        Tensor pooled = maxPool2d(conv2d(input, convWeight, convBias, 1, 0), 2, 2, 0);
        Tensor hidden = linear(pooled.reshape(pooled.size(0), fc1Weight.size(1)), fc1Weight, fc1Bias);
        for (int i = 0; i < hidden.size(); i++) {
            hidden.data()[i] = Math.max(0, hidden.data()[i]);
        }
        return softmax(linear(hidden, fc2Weight, fc2Bias));
    }

    private static Tensor softmax(Tensor logits) {
        Tensor output = Tensor.zeros(logits.shape());
        for (int n = 0; n < logits.size(0); n++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < logits.size(1); j++) {
                largest = Math.max(largest, logits.get(n, j));
            }
            double sum = 0;
            for (int j = 0; j < logits.size(1); j++) {
                sum += Math.exp(logits.get(n, j) - largest);
            }
            for (int j = 0; j < logits.size(1); j++) {
                output.set((float) (Math.exp(logits.get(n, j) - largest) / sum), n, j);
            }
        }
        return output;
    }

    private static boolean inside(Tensor image, int y, int x) {
        return y >= 0 && y < image.size(2) && x >= 0 && x < image.size(3);
    }

    private static int places(int side, int window, int stride, int padding) {
        return Math.floorDiv(side + 2 * padding - window, stride) + 1;
    }
}
