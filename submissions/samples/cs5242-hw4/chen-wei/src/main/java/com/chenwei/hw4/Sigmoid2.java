package com.chenwei.hw4;

import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

public class Sigmoid2 implements Sigmoid {
    @Override
    public Tensor sigmoid(Tensor input) {
        Tensor result = input.copy();
        float[] d = result.data();
        for (int i = 0; i < d.length; i++) {
            if (d[i] >= 0) {
                d[i] = 1f / (1f + (float) Math.exp(-d[i]));
            } else {
                float e = (float) Math.exp(d[i]);
                d[i] = e / (1f + e);
            }
        }
        return result;
    }
}
