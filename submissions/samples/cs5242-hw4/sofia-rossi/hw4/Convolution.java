package hw4;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

public class Convolution implements Conv2d {
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
}
