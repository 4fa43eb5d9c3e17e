import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import java.util.Arrays;

// The pooling layers and batch norm are missing, I ran out of time.
public class Partie1 implements Conv2d, Sigmoid, CrossEntropy {
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
