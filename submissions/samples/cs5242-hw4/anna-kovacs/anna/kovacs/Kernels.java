package anna.kovacs;

import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class Kernels implements MaxPool2d, AvgPool2d, Conv2d, BatchNorm2d, Sigmoid, CrossEntropy {
    @Override
    public Tensor maxPool2d(Tensor input, int k, int s, int p) {
        int planes = input.size(0) * input.size(1);
        int H = input.size(2), W = input.size(3);
        int oh = (H + 2 * p - k) / s + 1, ow = (W + 2 * p - k) / s + 1;
        Tensor result = Tensor.zeros(input.size(0), input.size(1), oh, ow);
        float[] src = input.data(), dst = result.data();
        int q = 0;
        for (int plane = 0; plane < planes; plane++) {
            int base = plane * H * W;
            for (int y = -p; y + k <= H + p && q < dst.length; y += s)
                for (int x = -p; x + k <= W + p; x += s) {
                    float m = Float.NEGATIVE_INFINITY;
                    for (int yy = Math.max(y, 0); yy < Math.min(y + k, H); yy++)
                        for (int xx = Math.max(x, 0); xx < Math.min(x + k, W); xx++)
                            if (src[base + yy * W + xx] > m) m = src[base + yy * W + xx];
                    dst[q++] = m;
                }
        }
        return result;
    }

    @Override
    public Tensor avgPool2d(Tensor input, int k, int s, int p, boolean countIncludePad) {
        int planes = input.size(0) * input.size(1);
        int H = input.size(2), W = input.size(3);
        int oh = (H + 2 * p - k) / s + 1, ow = (W + 2 * p - k) / s + 1;
        Tensor result = Tensor.zeros(input.size(0), input.size(1), oh, ow);
        float[] src = input.data(), dst = result.data();
        for (int plane = 0; plane < planes; plane++)
            for (int r = 0; r < oh; r++)
                for (int q = 0; q < ow; q++) {
                    int y0 = Math.max(r * s - p, 0), y1 = Math.min(r * s - p + k, H);
                    int x0 = Math.max(q * s - p, 0), x1 = Math.min(q * s - p + k, W);
                    float sum = 0f;
                    for (int y = y0; y < y1; y++)
                        for (int x = x0; x < x1; x++) sum += src[(plane * H + y) * W + x];
                    int n = countIncludePad ? k * k : (y1 - y0) * (x1 - x0);
                    dst[(plane * oh + r) * ow + q] = sum / n;
                }
        return result;
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
        int N = input.size(0), C = input.size(1), area = input.size(2) * input.size(3);
        Tensor result = input.copy();
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
        Tensor y = Tensor.zeros(input.shape());
        for (int i = 0; i < input.size(); i++) {
            double e = Math.exp(input.data()[i]);
            y.data()[i] = (float) (e / (1 + e));
        }
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
}
