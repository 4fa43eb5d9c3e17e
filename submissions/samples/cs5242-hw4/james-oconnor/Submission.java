import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import java.util.Arrays;

/**
 * Homework 4. Pads first, so that the loops need no bounds checks.
 *
 * @author James O'Connor
 */
public class Submission implements MaxPool2d, AvgPool2d, Conv2d, BatchNorm2d, Sigmoid, CrossEntropy {
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

    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int s, int p) {
        int N = input.size(0), C = input.size(1), H = input.size(2), W = input.size(3);
        int O = weight.size(0), KH = weight.size(2), KW = weight.size(3);
        int oh = (H + 2 * p - KH) / s + 1, ow = (W + 2 * p - KW) / s + 1;
        Tensor result = Tensor.zeros(N, O, oh, ow);
        float[] in = input.data(), ker = weight.data(), dst = result.data();
        for (int n = 0; n < N; n++)
            for (int o = 0; o < O; o++)
                for (int r = 0; r < oh; r++)
                    for (int q = 0; q < ow; q++) {
                        float acc = 0f;
                        for (int c = 0; c < C; c++)
                            for (int u = Math.max(0, p - r * s); u < KH && r * s - p + u < H; u++)
                                for (int v = Math.max(0, p - q * s); v < KW && q * s - p + v < W; v++)
                                    acc += in[((n * C + c) * H + r * s - p + u) * W + q * s - p + v]
                                            * ker[((o * C + c) * KH + u) * KW + v];
                        dst[((n * O + o) * oh + r) * ow + q] = acc + bias.get(o);
                    }
        return result;
    }

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

    @Override
    public Tensor sigmoid(Tensor input) {
        // sigma(x) = (1 + tanh(x / 2)) / 2
        Tensor y = Tensor.zeros(input.shape());
        for (int i = 0; i < input.size(); i++) y.data()[i] = (float) (0.5 * (1 + Math.tanh(0.5 * input.data()[i])));
        return y;
    }

    @Override
    public float crossEntropy(Tensor logits, int[] y) {
        int C = logits.size(1);
        float[] z = logits.data();
        float total = 0f;
        for (int n = 0; n < y.length; n++) {
            float m = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < C; c++) m = Math.max(m, z[n * C + c]);
            float s = 0f;
            for (int c = 0; c < C; c++) s += (float) Math.exp(z[n * C + c] - m);
            total += (float) Math.log(s) - (z[n * C + y[n]] - m);
        }
        return total / y.length;
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
