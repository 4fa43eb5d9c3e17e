package hw4;

import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;
import java.util.Arrays;

public class MyMaxPool implements MaxPool2d {
    @Override
    public Tensor maxPool2d(Tensor x, int kernelSize, int stride, int padding) {
        Tensor padded = pad(x, padding, 0);
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
