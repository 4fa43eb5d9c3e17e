package hw2;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Tensor;

@Form(Form.Kind.SCALAR)
public class ScalarLayers implements Conv2d, MaxPool2d, Flatten, Relu, Linear {
    @Override
    public Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        int hOut = (x.size(2) + 2 * padding - w.size(2)) / stride + 1;
        int wOut = (x.size(3) + 2 * padding - w.size(3)) / stride + 1;
        Tensor z = Tensor.zeros(x.size(0), w.size(0), hOut, wOut);
        for (int n = 0; n < x.size(0); n++) {
            for (int cOut = 0; cOut < w.size(0); cOut++) {
                for (int m = 0; m < hOut; m++) {
                    for (int l = 0; l < wOut; l++) {
                        float sum = b.get(cOut);
                        for (int cIn = 0; cIn < x.size(1); cIn++) {
                            for (int i = 0; i < w.size(2); i++) {
                                for (int j = 0; j < w.size(3); j++) {
                                    int row = m * stride + i - padding;
                                    int col = l * stride + j - padding;
                                    if (row < 0 || row >= x.size(2) || col < 0 || col >= x.size(3)) {
                                        continue;
                                    }
                                    sum += x.get(n, cIn, row, col) * w.get(cOut, cIn, i, j);
                                }
                            }
                        }
                        z.set(sum, n, cOut, m, l);
                    }
                }
            }
        }
        return z;
    }

    @Override
    public Tensor maxPool2d(Tensor a, int kernelSize, int stride, int padding) {
        int hOut = (a.size(2) + 2 * padding - kernelSize) / stride + 1;
        int wOut = (a.size(3) + 2 * padding - kernelSize) / stride + 1;
        Tensor z = Tensor.zeros(a.size(0), a.size(1), hOut, wOut);
        for (int n = 0; n < a.size(0); n++) {
            for (int c = 0; c < a.size(1); c++) {
                for (int i = 0; i < hOut; i++) {
                    for (int j = 0; j < wOut; j++) {
                        float max = -Float.MAX_VALUE;
                        for (int k = 0; k < kernelSize * kernelSize; k++) {
                            int row = i * stride + k / kernelSize - padding;
                            int col = j * stride + k % kernelSize - padding;
                            if (row >= 0 && row < a.size(2) && col >= 0 && col < a.size(3) && a.get(n, c, row, col) > max) {
                                max = a.get(n, c, row, col);
                            }
                        }
                        z.set(max, n, c, i, j);
                    }
                }
            }
        }
        return z;
    }

    @Override
    public Tensor flatten(Tensor a) {
        int height = a.size(2), width = a.size(3);
        Tensor z = Tensor.zeros(a.size(0), a.size(1) * height * width);
        for (int n = 0; n < a.size(0); n++) {
            for (int c = 0; c < a.size(1); c++) {
                for (int m = 0; m < height; m++) {
                    for (int l = 0; l < width; l++) {
                        z.set(a.get(n, c, m, l), n, c * height * width + m * width + l);
                    }
                }
            }
        }
        return z;
    }

    @Override
    public Tensor relu(Tensor a) {
        Tensor z = a.copy();
        for (int i = 0; i < z.size(); i++) {
            if (z.data()[i] < 0) {
                z.data()[i] = 0;
            }
        }
        return z;
    }

    @Override
    public Tensor linear(Tensor a, Tensor weight, Tensor bias) {
        Tensor z = Tensor.zeros(a.size(0), bias.size(0));
        for (int n = 0; n < a.size(0); n++) {
            for (int j = 0; j < bias.size(0); j++) {
                float sum = bias.get(j);
                for (int i = 0; i < a.size(1); i++) {
                    sum += weight.get(j, i) * a.get(n, i);
                }
                z.set(sum, n, j);
            }
        }
        return z;
    }
}
