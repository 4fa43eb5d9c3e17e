package hw4;

import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

/** My NumPy notebook, translated line by line. */
public class MyFunctions implements MaxPool2d, AvgPool2d, Conv2d, BatchNorm2d, Sigmoid, CrossEntropy {
    @Override
    public Tensor maxPool2d(Tensor x, int kernelSize, int stride, int padding) {
        Tensor padded = pad(x, padding);
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
        int hOut = (int) Math.floor((x.size(2) + 2.0 * padding - kernelSize) / stride + 1);
        int wOut = (int) Math.floor((x.size(3) + 2.0 * padding - kernelSize) / stride + 1);
        Tensor output = Tensor.zeros(x.size(0), x.size(1), hOut, wOut);

        // Need to pad
        Tensor padded = pad(x, padding);
        for (int b = 0; b < x.size(0); b++)
            for (int c = 0; c < x.size(1); c++)
                for (int i = 0; i < hOut; i++)
                    for (int j = 0; j < wOut; j++) {
                        float sum = 0;
                        for (int a = 0; a < kernelSize; a++)
                            for (int d = 0; d < kernelSize; d++)
                                sum += padded.get(b, c, i * stride + a, j * stride + d);
                        output.set(sum / (kernelSize * kernelSize), b, c, i, j);
                    }
        return output;
    }

    @Override
    public Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
        int kh = weight.size(2), kw = weight.size(3);
        Tensor padded = pad(x, padding);
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

    @Override
    public Tensor batchNorm2d(Tensor x, float eps) {
        Tensor output = Tensor.zeros(x.shape());
        for (int c = 0; c < x.size(1); c++) {
            float mean = mean(x, c, 0, 1);
            float var = mean(x, c, mean, 2);
            for (int b = 0; b < x.size(0); b++)
                for (int i = 0; i < x.size(2); i++)
                    for (int j = 0; j < x.size(3); j++)
                        output.set((float) ((x.get(b, c, i, j) - mean) / Math.pow(var + eps, 0.5)), b, c, i, j);
        }
        return output;
    }

    /** The mean of (x - about)^power over one channel. */
    private static float mean(Tensor x, int c, float about, int power) {
        float sum = 0;
        for (int b = 0; b < x.size(0); b++)
            for (int i = 0; i < x.size(2); i++)
                for (int j = 0; j < x.size(3); j++) sum += (float) Math.pow(x.get(b, c, i, j) - about, power);
        return sum / (x.size(0) * x.size(2) * x.size(3));
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        float[] in = input.data();
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = (float) (1.0 / (1.0 + Math.exp(-in[i])));
        }
        return Tensor.of(out, input.shape());
    }

    @Override
    public float crossEntropy(Tensor p, int[] y) {
        int N = p.size(0), C = p.size(1);
        Tensor logLoss = Tensor.zeros(N, C);
        for (int i = 0; i < N; i++) {
            double pSum = 0;
            for (int j = 0; j < C; j++) pSum += Math.exp(p.get(i, j));
            for (int j = 0; j < C; j++) logLoss.set((float) Math.log(Math.exp(p.get(i, j)) / pSum), i, j);
        }
        float loss = 0;
        for (int i = 0; i < N; i++) loss -= logLoss.get(i, y[i]);
        return loss / N;
    }

    private static Tensor pad(Tensor x, int padding) {
        int h = x.size(2), w = x.size(3);
        Tensor padded = Tensor.zeros(x.size(0), x.size(1), h + 2 * padding, w + 2 * padding);
        for (int b = 0; b < x.size(0); b++)
            for (int c = 0; c < x.size(1); c++)
                for (int i = 0; i < h; i++)
                    for (int j = 0; j < w; j++)
                        padded.set(x.get(b, c, i, j), b, c, i + padding, j + padding);
        return padded;
    }
}
