package hw4;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;
import java.util.Arrays;

public class MyConv implements Conv2d {
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
