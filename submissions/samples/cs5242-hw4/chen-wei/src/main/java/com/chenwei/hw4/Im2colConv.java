package com.chenwei.hw4;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

public class Im2colConv implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        int batch = input.size(0), outC = weight.size(0), kh = weight.size(2), kw = weight.size(3);
        int outH = (input.size(2) + 2 * padding - kh) / stride + 1;
        int outW = (input.size(3) + 2 * padding - kw) / stride + 1;
        Tensor z = Tensor.zeros(batch, outC, outH, outW);
        for (int n = 0; n < batch; n++) {
            float[][] columns = im2col(input, n, kh, kw, outH, outW, stride, padding);
            for (int o = 0; o < outC; o++)
                for (int place = 0; place < outH * outW; place++) {
                    float sum = bias.get(o);
                    for (int k = 0; k < kh * kw; k++) sum += weight.get(o, 0, k / kw, k % kw) * columns[place][k];
                    z.set(sum, n, o, place / outW, place % outW);
                }
        }
        return z;
    }

    /** Each window of X[0] as a row of K * K numbers. */
    private static float[][] im2col(Tensor x, int n, int kh, int kw, int outH, int outW, int stride, int padding) {
        float[][] columns = new float[outH * outW][kh * kw];
        for (int place = 0; place < columns.length; place++)
            for (int k = 0; k < kh * kw; k++) {
                int h = place / outW * stride - padding + k / kw;
                int w = place % outW * stride - padding + k % kw;
                if (h >= 0 && h < x.size(2) && w >= 0 && w < x.size(3)) columns[place][k] = x.get(n, 0, h, w);
            }
        return columns;
    }
}
