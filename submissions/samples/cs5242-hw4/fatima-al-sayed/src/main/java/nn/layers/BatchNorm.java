package nn.layers;

import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

public class BatchNorm implements BatchNorm2d {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        int n = input.size(0), c = input.size(1), h = input.size(2), w = input.size(3);
        Tensor out = Tensor.zeros(n, c, h, w);
        for (int ch = 0; ch < c; ch++) {
            double mean = 0;
            for (int b = 0; b < n; b++) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < w; j++) {
                        mean += input.get(b, ch, i, j);
                    }
                }
            }
            mean /= n * h * w;
            double var = 0;
            for (int b = 0; b < n; b++) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < w; j++) {
                        var += Math.pow(input.get(b, ch, i, j) - mean, 2);
                    }
                }
            }
            var /= n * h * w;
            for (int b = 0; b < n; b++) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < w; j++) {
                        out.set((float) ((input.get(b, ch, i, j) - mean) / Math.sqrt(var + eps)), b, ch, i, j);
                    }
                }
            }
        }
        return out;
    }
}
