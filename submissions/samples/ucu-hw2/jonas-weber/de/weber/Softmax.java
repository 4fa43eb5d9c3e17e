package de.weber;

import assay.kernels.Tensor;

final class Softmax {
    static Tensor of(Tensor z) {
        Tensor y = Tensor.zeros(z.shape());
        for (int n = 0; n < z.size(0); n++) {
            float max = z.get(n, 0);
            for (int c = 1; c < z.size(1); c++) max = Math.max(max, z.get(n, c));
            float sum = 0;
            for (int c = 0; c < z.size(1); c++) sum += (float) Math.exp(z.get(n, c) - max);
            for (int c = 0; c < z.size(1); c++) y.set((float) Math.exp(z.get(n, c) - max) / sum, n, c);
        }
        return y;
    }
}
