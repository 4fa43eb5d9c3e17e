import assay.kernels.AvgPool2d;
import assay.kernels.Tensor;
import java.util.Arrays;

public class AvgPool implements AvgPool2d {
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
