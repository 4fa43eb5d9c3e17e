package com.chenwei.hw4;

import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

public class BatchNorm implements BatchNorm2d {
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
}
