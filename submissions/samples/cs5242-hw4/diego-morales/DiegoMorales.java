import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class DiegoMorales implements MaxPool2d, AvgPool2d, Conv2d, BatchNorm2d, Sigmoid, CrossEntropy {
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

    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        int N = input.size(0), C = input.size(1), area = input.size(2) * input.size(3);
        Tensor result = input; // in place, as nn.ReLU(inplace=True) does
        float[] d = result.data();
        for (int c = 0; c < C; c++) {
            float mean = 0f, var = 0f;
            for (int n = 0; n < N; n++)
                for (int i = 0, at = (n * C + c) * area; i < area; i++, at++) mean += d[at];
            mean /= N * area;
            for (int n = 0; n < N; n++)
                for (int i = 0, at = (n * C + c) * area; i < area; i++, at++) var += (d[at] - mean) * (d[at] - mean);
            var /= N * area;
            float inv = (float) (1 / Math.sqrt(var + eps));
            for (int n = 0; n < N; n++)
                for (int i = 0, at = (n * C + c) * area; i < area; i++, at++) d[at] = (d[at] - mean) * inv;
        }
        return result;
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        for (int i = 0; i < input.size(); i++) {
            input.data()[i] = (float) (1.0 / (1.0 + Math.exp(-input.data()[i])));
        }
        return input; // saves memory
    }

    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        int n = logits.size(0), c = logits.size(1);
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double max = logits.get(i, 0);
            for (int j = 1; j < c; j++) {
                max = Math.max(max, logits.get(i, j));
            }
            double sum = 0;
            for (int j = 0; j < c; j++) {
                sum += Math.exp(logits.get(i, j) - max);
            }
            loss += max + Math.log(sum) - logits.get(i, targets[i]);
        }
        return (float) (loss / n);
    }
}
