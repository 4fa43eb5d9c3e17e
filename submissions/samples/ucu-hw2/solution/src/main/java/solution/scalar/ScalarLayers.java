package solution.scalar;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Tensor;

/** Every layer as its scalar equation says: one number of the output at a time, read and written by its indices. */
@Form(Form.Kind.SCALAR)
public final class ScalarLayers implements Conv2d, MaxPool2d, Flatten, Relu, Linear {
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
                        int top = y * stride - padding;
                        int left = x * stride - padding;
                        output.set(largest(input, n, c, top, left, kernelSize), n, c, y, x);
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
    public Tensor flatten(Tensor input) {
        int channels = input.size(1);
        int height = input.size(2);
        int width = input.size(3);
        Tensor output = Tensor.zeros(input.size(0), channels * height * width);
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        output.set(input.get(n, c, y, x), n, (c * height + y) * width + x);
                    }
                }
            }
        }
        return output;
    }

    @Override
    public Tensor relu(Tensor input) {
        Tensor output = Tensor.zeros(input.shape());
        for (int i = 0; i < input.size(); i++) {
            output.data()[i] = input.data()[i] > 0 ? input.data()[i] : 0;
        }
        return output;
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

    private static boolean inside(Tensor image, int y, int x) {
        return y >= 0 && y < image.size(2) && x >= 0 && x < image.size(3);
    }

    private static int places(int side, int window, int stride, int padding) {
        return Math.floorDiv(side + 2 * padding - window, stride) + 1;
    }
}
