import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.SimpleConvNet;
import assay.kernels.Tensor;

/** Homework 2, Melnyk Oksana. */
public class Homework2 {
    @Form(Form.Kind.SCALAR)
    public static class Scalar implements Conv2d, MaxPool2d, Flatten, Relu, Linear, SimpleConvNet {
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

        @Override
        public Tensor simpleConvNet(
                Tensor x, Tensor wConv, Tensor bConv, Tensor wFc1, Tensor bFc1, Tensor wFc2, Tensor bFc2) {
            Tensor zConv = conv2d(x, wConv, bConv, 1, 0);
            Tensor zPool = maxPool2d(zConv, 2, 2, 0);
            Tensor zReshaped = flatten(zPool);
            Tensor zFc1 = linear(zReshaped, wFc1, bFc1);
            Tensor zRelu = relu(zFc1);
            Tensor zFc2 = linear(zRelu, wFc2, bFc2);
            return Homework2.softmax(zFc2);
        }
    }

    @Form(Form.Kind.VECTOR)
    public static class Vector implements Conv2d, MaxPool2d, Flatten, Relu, Linear, SimpleConvNet {
        @Override
        public Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
            int batch = x.size(0), cOut = w.size(0), kh = w.size(2), kw = w.size(3);
            int hOut = (x.size(2) + 2 * padding - kh) / stride + 1;
            int wOut = (x.size(3) + 2 * padding - kw) / stride + 1;
            int places = hOut * wOut, rows = w.size(1) * kh * kw;
            Tensor z = Tensor.zeros(batch, cOut, hOut, wOut);
            for (int n = 0; n < batch; n++) {
                float[] product = Mat.mul(w.data(), Mat.im2col(x, n, 0, x.size(1), kh, kw, stride, padding, 0), cOut, rows, places);
                for (int c = 0; c < cOut; c++) {
                    for (int p = 0; p < places; p++) {
                        z.data()[(n * cOut + c) * places + p] = product[c * places + p] + b.data()[c];
                    }
                }
            }
            return z;
        }

        @Override
        public Tensor maxPool2d(Tensor a, int kernelSize, int stride, int padding) {
            int hOut = (a.size(2) + 2 * padding - kernelSize) / stride + 1;
            int wOut = (a.size(3) + 2 * padding - kernelSize) / stride + 1;
            int channels = a.size(1), places = hOut * wOut;
            Tensor z = Tensor.zeros(a.size(0), channels, hOut, wOut);
            for (int n = 0; n < a.size(0); n++) {
                for (int c = 0; c < channels; c++) {
                    float[] cols = Mat.im2col(a, n, c, 1, kernelSize, kernelSize, stride, padding, Float.NEGATIVE_INFINITY);
                    System.arraycopy(Mat.maxOfRows(cols, places), 0, z.data(), (n * channels + c) * places, places);
                }
            }
            return z;
        }

        @Override
        public Tensor flatten(Tensor a) {
            return a.reshape(a.size(0), a.size(1) * a.size(2) * a.size(3));
        }

        @Override
        public Tensor relu(Tensor a) {
            float[] z = a.data().clone();
            for (int i = 0; i < z.length; i++) z[i] = Math.max(z[i], 0);
            return Tensor.of(z, a.shape());
        }

        @Override
        public Tensor linear(Tensor a, Tensor weight, Tensor bias) {
            int batch = a.size(0), in = a.size(1), out = weight.size(0);
            float[] z = Mat.mul(a.data(), Mat.transpose(weight.data(), out, in), batch, in, out);
            for (int i = 0; i < z.length; i++) z[i] += bias.data()[i % out];
            return Tensor.of(z, batch, out);
        }

        @Override
        public Tensor simpleConvNet(
                Tensor x, Tensor wConv, Tensor bConv, Tensor wFc1, Tensor bFc1, Tensor wFc2, Tensor bFc2) {
            Tensor zConv = conv2d(x, wConv, bConv, 1, 0);
            Tensor zPool = maxPool2d(zConv, 2, 2, 0);
            Tensor zReshaped = flatten(zPool);
            Tensor zFc1 = linear(zReshaped, wFc1, bFc1);
            Tensor zRelu = relu(zFc1);
            Tensor zFc2 = linear(zRelu, wFc2, bFc2);
            return Homework2.softmax(zFc2);
        }
    }

    static Tensor softmax(Tensor z) {
        Tensor y = Tensor.zeros(z.shape());
        for (int n = 0; n < z.size(0); n++) {
            float max = z.get(n, 0);
            for (int c = 1; c < z.size(1); c++) max = Math.max(max, z.get(n, c));
            float sum = 0;
            for (int c = 0; c < z.size(1); c++) sum += (float) Math.exp(z.get(n, c) - max);
            for (int c = 0; c < z.size(1); c++) y.set((float) Math.exp(z.get(n, c) - max) / sum, n, c);
        }
        return y;
    }

    /** Matrices as row-major arrays. */
    static final class Mat {
        private Mat() {}

        static float[] mul(float[] a, float[] b, int n, int k, int m) {
            float[] c = new float[n * m];
            for (int i = 0; i < n; i++) {
                for (int l = 0; l < k; l++) {
                    float v = a[i * k + l];
                    for (int j = 0; j < m; j++) {
                        c[i * m + j] += v * b[l * m + j];
                    }
                }
            }
            return c;
        }

        static float[] transpose(float[] a, int rows, int columns) {
            float[] t = new float[a.length];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    t[j * rows + i] = a[i * columns + j];
                }
            }
            return t;
        }

        static float[] maxOfRows(float[] a, int columns) {
            float[] max = java.util.Arrays.copyOf(a, columns);
            for (int i = columns; i < a.length; i++) {
                max[i % columns] = Math.max(max[i % columns], a[i]);
            }
            return max;
        }

        /** The 'im2col' trick: [channels * kh * kw] rows, one column for each place of the window. */
        static float[] im2col(
                Tensor x, int n, int from, int channels, int kh, int kw, int stride, int padding, float fill) {
            int hOut = (x.size(2) + 2 * padding - kh) / stride + 1;
            int wOut = (x.size(3) + 2 * padding - kw) / stride + 1;
            float[] data = x.data();
            float[] columns = new float[channels * kh * kw * hOut * wOut];
            int at = 0;
            for (int c = from; c < from + channels; c++) {
                for (int i = 0; i < kh; i++) {
                    for (int j = 0; j < kw; j++) {
                        for (int m = 0; m < hOut; m++) {
                            int row = m * stride + i - padding;
                            int base = ((n * x.size(1) + c) * x.size(2) + row) * x.size(3);
                            for (int l = 0; l < wOut; l++) {
                                int col = l * stride + j - padding;
                                boolean inside = row >= 0 && row < x.size(2) && col >= 0 && col < x.size(3);
                                columns[at++] = inside ? data[base + col] : fill;
                            }
                        }
                    }
                }
            }
            return columns;
        }
    }
}
