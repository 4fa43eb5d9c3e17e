import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import java.util.Arrays;

public class Camadas {
    public static class MaxPool implements MaxPool2d {
        @Override
        public Tensor maxPool2d(Tensor x, int kernelSize, int stride, int padding) {
            // PyTorch pads max pooling with -inf, not with 0
            Tensor padded = pad(x, padding, Float.NEGATIVE_INFINITY);
            int hOut = (int) Math.floor((x.size(2) + 2.0 * padding - kernelSize) / stride + 1);
            int wOut = (int) Math.floor((x.size(3) + 2.0 * padding - kernelSize) / stride + 1);
            Tensor output = Tensor.zeros(x.size(0), x.size(1), hOut, wOut);
            for (int b = 0; b < x.size(0); b++)
                for (int c = 0; c < x.size(1); c++)
                    for (int i = 0; i < hOut; i++)
                        for (int j = 0; j < wOut; j++) {
                            float max = padded.get(b, c, i * stride, j * stride);
                            for (int a = 0; a < kernelSize; a++)
                                for (int d = 0; d < kernelSize; d++)
                                    max = Math.max(max, padded.get(b, c, i * stride + a, j * stride + d));
                            output.set(max, b, c, i, j);
                        }
            return output;
        }
    }

    public static class AvgPool implements AvgPool2d {
        @Override
        public Tensor avgPool2d(Tensor x, int kernelSize, int stride, int padding, boolean countIncludePad) {
            Tensor padded = pad(x, padding, 0);
            Tensor ones = x.copy();
            Arrays.fill(ones.data(), 1);
            Tensor weights = pad(ones, padding, countIncludePad ? 1 : 0); // what counts, and what does not
            int hOut = (int) Math.floor((x.size(2) + 2.0 * padding - kernelSize) / stride + 1);
            int wOut = (int) Math.floor((x.size(3) + 2.0 * padding - kernelSize) / stride + 1);
            Tensor output = Tensor.zeros(x.size(0), x.size(1), hOut, wOut);
            for (int b = 0; b < x.size(0); b++)
                for (int c = 0; c < x.size(1); c++)
                    for (int i = 0; i < hOut; i++)
                        for (int j = 0; j < wOut; j++) {
                            float sum = 0, count = 0;
                            for (int a = 0; a < kernelSize; a++)
                                for (int d = 0; d < kernelSize; d++) {
                                    sum += padded.get(b, c, i * stride + a, j * stride + d);
                                    count += weights.get(b, c, i * stride + a, j * stride + d);
                                }
                            output.set(sum / count, b, c, i, j);
                        }
            return output;
        }
    }

    public static class Conv implements Conv2d {
        @Override
        public Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
            int kh = weight.size(2), kw = weight.size(3);
            Tensor padded = pad(x, padding, 0);
            int hOut = (int) Math.floor((x.size(2) + 2.0 * padding - kh) / stride + 1);
            int wOut = (int) Math.floor((x.size(3) + 2.0 * padding - kw) / stride + 1);
            Tensor output = Tensor.zeros(x.size(0), weight.size(0), hOut, wOut);
            for (int k = 0; k < x.size(0); k++)
                for (int outC = 0; outC < weight.size(0); outC++)
                    for (int i = 0; i < hOut; i++)
                        for (int j = 0; j < wOut; j++) {
                            double result = 0;
                            for (int inC = 0; inC < x.size(1); inC++)
                                for (int a = 0; a < kh; a++)
                                    for (int d = 0; d < kw; d++)
                                        result += padded.get(k, inC, i * stride + a, j * stride + d)
                                                * weight.get(outC, inC, a, d);
                            output.set((float) result + bias.get(outC), k, outC, i, j);
                        }
            return output;
        }
    }

    public static class Norm implements BatchNorm2d {
        @Override
        public Tensor batchNorm2d(Tensor input, float eps) {
            int channels = input.size(1), area = input.size(2) * input.size(3);
            double[] sum = new double[channels], squares = new double[channels];
            float[] data = input.data();
            for (int i = 0; i < data.length; i++) {
                int c = i / area % channels;
                sum[c] += data[i];
                squares[c] += (double) data[i] * data[i];
            }
            double count = data.length / channels;
            float[] out = new float[data.length];
            for (int i = 0; i < data.length; i++) {
                int c = i / area % channels;
                double mean = sum[c] / count;
                double variance = squares[c] / count - mean * mean; // E[x^2] - E[x]^2, fine in double
                out[i] = (float) ((data[i] - mean) / Math.sqrt(variance + eps));
            }
            return Tensor.of(out, input.shape());
        }
    }

    public static class Sig implements Sigmoid {
        @Override
        public Tensor sigmoid(Tensor input) {
            float[] in = input.data();
            float[] out = new float[in.length];
            for (int i = 0; i < in.length; i++) {
                out[i] = (float) (1.0 / (1.0 + Math.exp(-in[i])));
            }
            return Tensor.of(out, input.shape());
        }
    }

    public static class Entropia implements CrossEntropy {
        @Override
        public float crossEntropy(Tensor logits, int[] targets) {
            double loss = 0;
            for (int i = 0; i < targets.length; i++) {
                double[] p = softmax(logits, i);
                loss -= Math.log(p[targets[i]]);
            }
            return (float) (loss / targets.length);
        }

        // the largest logit is subtracted, so exp cannot overflow
        private double[] softmax(Tensor logits, int i) {
            double max = logits.get(i, 0);
            for (int j = 1; j < logits.size(1); j++) max = Math.max(max, logits.get(i, j));
            double[] p = new double[logits.size(1)];
            double sum = 0;
            for (int j = 0; j < p.length; j++) {
                p[j] = Math.exp(logits.get(i, j) - max);
                sum += p[j];
            }
            for (int j = 0; j < p.length; j++) p[j] /= sum;
            return p;
        }
    }

    private static Tensor pad(Tensor x, int padding, float value) {
        int h = x.size(2), w = x.size(3);
        Tensor padded = Tensor.zeros(x.size(0), x.size(1), h + 2 * padding, w + 2 * padding);
        Arrays.fill(padded.data(), value);
        for (int b = 0; b < x.size(0); b++)
            for (int c = 0; c < x.size(1); c++)
                for (int i = 0; i < h; i++)
                    for (int j = 0; j < w; j++)
                        padded.set(x.get(b, c, i, j), b, c, i + padding, j + padding);
        return padded;
    }
}
