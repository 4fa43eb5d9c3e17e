package com.chenwei.hw4;

import assay.kernels.AvgPool2d;
import assay.kernels.Tensor;

public class AvgPool implements AvgPool2d {
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
}
