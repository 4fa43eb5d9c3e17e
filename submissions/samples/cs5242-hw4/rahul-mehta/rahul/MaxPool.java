package rahul;

import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;

public class MaxPool implements MaxPool2d {
    @Override
    public Tensor maxPool2d(Tensor input, int k, int s, int p) {
        int planes = input.size(0) * input.size(1);
        int H = input.size(2), W = input.size(3);
        int oh = (H + 2 * p - k) / s + 1, ow = (W + 2 * p - k) / s + 1;
        Tensor result = Tensor.zeros(input.size(0), input.size(1), oh, ow);
        float[] src = input.data(), dst = result.data();
        int q = 0;
        for (int plane = 0; plane < planes; plane++) {
            int base = plane * H * W;
            for (int y = -p; y + k <= H + p && q < dst.length; y += s)
                for (int x = -p; x + k <= W + p; x += s) {
                    float m = Float.NEGATIVE_INFINITY;
                    for (int yy = Math.max(y, 0); yy < Math.min(y + k, H); yy++)
                        for (int xx = Math.max(x, 0); xx < Math.min(x + k, W); xx++)
                            if (src[base + yy * W + xx] > m) m = src[base + yy * W + xx];
                    dst[q++] = m;
                }
        }
        return result;
    }
}
