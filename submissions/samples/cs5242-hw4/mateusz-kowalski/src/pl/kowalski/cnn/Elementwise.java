package pl.kowalski.cnn;

import assay.kernels.BatchNorm2d;
import assay.kernels.CrossEntropy;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

/** What needs no windows. */
public class Elementwise implements BatchNorm2d, Sigmoid, CrossEntropy {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        int n = input.size(0);
        int c = input.size(1);
        int plane = input.size(2) * input.size(3);
        Tensor output = Tensor.zeros(input.shape());
        for (int ch = 0; ch < c; ch++) {
            double mean = 0;
            for (int i = 0; i < n * plane; i++) {
                mean += input.data()[index(i, ch, c, plane)] / (n * plane);
            }
            double var = 0;
            for (int i = 0; i < n * plane; i++) {
                double d = input.data()[index(i, ch, c, plane)] - mean;
                var += d * d / (n * plane);
            }
            for (int i = 0; i < n * plane; i++) {
                int at = index(i, ch, c, plane);
                output.data()[at] = (float) ((input.data()[at] - mean) / Math.sqrt(var + eps));
            }
        }
        return output;
    }

    /** Where the i-th number of a channel lies. */
    private static int index(int i, int channel, int channels, int plane) {
        return (i / plane * channels + channel) * plane + i % plane;
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        Tensor output = input.copy();
        float[] data = output.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) (1 / (1 + Math.exp(-data[i])));
        }
        return output;
    }

    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        double loss = 0;
        for (int n = 0; n < targets.length; n++) {
            // log(sum e^(z - z_y)) would overflow for a bad guess, so shift by the maximum
            float max = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < logits.size(1); c++) {
                max = Math.max(max, logits.get(n, c));
            }
            double sum = 0;
            for (int c = 0; c < logits.size(1); c++) {
                sum += Math.exp((double) logits.get(n, c) - max);
            }
            loss += Math.log(sum) + max - logits.get(n, targets[n]);
        }
        return (float) (loss / targets.length);
    }
}
