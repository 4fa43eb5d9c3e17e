package tan;

import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class Hw4 {
    public static class Max implements MaxPool2d {
        @Override
        public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
            int n = input.size(0), c = input.size(1), h = input.size(2), w = input.size(3);
            int hOut = (h + 2 * padding - kernelSize) / stride + 1;
            int wOut = (w + 2 * padding - kernelSize) / stride + 1;
            Tensor out = Tensor.zeros(n, c, hOut, wOut);
            for (int b = 0; b < n; b++) {
                for (int ch = 0; ch < c; ch++) {
                    for (int i = 0; i < hOut; i++) {
                        for (int j = 0; j < wOut; j++) {
                            float best = Float.NEGATIVE_INFINITY;
                            for (int ki = 0; ki < kernelSize; ki++) {
                                for (int kj = 0; kj < kernelSize; kj++) {
                                    int y = i * stride + ki - padding;
                                    int x = j * stride + kj - padding;
                                    if (y >= 0 && y < h && x >= 0 && x < w) {
                                        best = Math.max(best, input.get(b, ch, y, x));
                                    }
                                }
                            }
                            out.set(best, b, ch, i, j);
                        }
                    }
                }
            }
            return out;
        }
    }

    public static class Avg implements AvgPool2d {
        @Override
        public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
            int n = input.size(0), c = input.size(1), h = input.size(2), w = input.size(3);
            int hOut = (h + 2 * padding - kernelSize) / stride + 1;
            int wOut = (w + 2 * padding - kernelSize) / stride + 1;
            Tensor out = Tensor.zeros(n, c, hOut, wOut);
            for (int b = 0; b < n; b++) {
                for (int ch = 0; ch < c; ch++) {
                    for (int i = 0; i < hOut; i++) {
                        for (int j = 0; j < wOut; j++) {
                            float sum = 0;
                            int count = 0;
                            for (int ki = 0; ki < kernelSize; ki++) {
                                for (int kj = 0; kj < kernelSize; kj++) {
                                    int y = i * stride + ki - padding;
                                    int x = j * stride + kj - padding;
                                    if (y >= 0 && y < h && x >= 0 && x < w) {
                                        sum += input.get(b, ch, y, x);
                                        count++;
                                    } else if (countIncludePad) {
                                        count++;
                                    }
                                }
                            }
                            out.set(sum / count, b, ch, i, j);
                        }
                    }
                }
            }
            return out;
        }
    }

    public static class Conv implements Conv2d {
        @Override
        public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
            int n = input.size(0), cIn = input.size(1), h = input.size(2), w = input.size(3);
            int cOut = weight.size(0), kh = weight.size(2), kw = weight.size(3);
            int hOut = (h + 2 * padding - kh) / stride + 1;
            int wOut = (w + 2 * padding - kw) / stride + 1;
            Tensor out = Tensor.zeros(n, cOut, hOut, wOut);
            for (int b = 0; b < n; b++) {
                for (int co = 0; co < cOut; co++) {
                    for (int i = 0; i < hOut; i++) {
                        for (int j = 0; j < wOut; j++) {
                            float sum = bias.get(co);
                            for (int ci = 0; ci < cIn; ci++) {
                                for (int ki = 0; ki < kh; ki++) {
                                    for (int kj = 0; kj < kw; kj++) {
                                        int y = i * stride + ki - padding;
                                        int x = j * stride + kj - padding;
                                        if (y >= 0 && y < h && x >= 0 && x < w) {
                                            sum += input.get(b, ci, y, x) * weight.get(co, ci, ki, kj);
                                        }
                                    }
                                }
                            }
                            out.set(sum, b, co, i, j);
                        }
                    }
                }
            }
            return out;
        }
    }

    public static class Norm implements BatchNorm2d {
        @Override
        public Tensor batchNorm2d(Tensor input, float eps) {
            int n = input.size(0), c = input.size(1), h = input.size(2), w = input.size(3);
            Tensor out = Tensor.zeros(n, c, h, w);
            for (int ch = 0; ch < c; ch++) {
                double mean = 0;
                for (int b = 0; b < n; b++) {
                    for (int i = 0; i < h; i++) {
                        for (int j = 0; j < w; j++) {
                            mean += input.get(b, ch, i, j);
                        }
                    }
                }
                mean /= n * h * w;
                double var = 0;
                for (int b = 0; b < n; b++) {
                    for (int i = 0; i < h; i++) {
                        for (int j = 0; j < w; j++) {
                            var += Math.pow(input.get(b, ch, i, j) - mean, 2);
                        }
                    }
                }
                var /= n * h * w;
                for (int b = 0; b < n; b++) {
                    for (int i = 0; i < h; i++) {
                        for (int j = 0; j < w; j++) {
                            out.set((float) ((input.get(b, ch, i, j) - mean) / Math.sqrt(var + eps)), b, ch, i, j);
                        }
                    }
                }
            }
            return out;
        }
    }

    public static class Sig implements Sigmoid {
        @Override
        public Tensor sigmoid(Tensor input) {
            // sigma(x) = (1 + tanh(x / 2)) / 2
            Tensor y = Tensor.zeros(input.shape());
            for (int i = 0; i < input.size(); i++) y.data()[i] = (float) (0.5 * (1 + Math.tanh(0.5 * input.data()[i])));
            return y;
        }
    }

    public static class Entropy implements CrossEntropy {
        @Override
        public float crossEntropy(Tensor logits, int[] targets) {
            double[][] logProbabilities = logSoftmax(logits);
            double loss = 0;
            for (int i = 0; i < targets.length; i++) {
                loss -= logProbabilities[i][targets[i]];
            }
            return (float) (loss / targets.length);
        }

        private static double[][] logSoftmax(Tensor logits) {
            double[][] rows = new double[logits.size(0)][logits.size(1)];
            for (int i = 0; i < rows.length; i++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] = logits.get(i, j);
                    max = Math.max(max, rows[i][j]);
                }
                double sum = 0;
                for (double value : rows[i]) {
                    sum += Math.exp(value - max);
                }
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] -= max + Math.log(sum);
                }
            }
            return rows;
        }
    }
}
