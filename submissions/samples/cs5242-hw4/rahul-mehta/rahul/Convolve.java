package rahul;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

public class Convolve implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int s, int p) {
        int N = input.size(0), C = input.size(1), H = input.size(2), W = input.size(3);
        int O = weight.size(0), KH = weight.size(2), KW = weight.size(3);
        int oh = (H + 2 * p - KH) / s + 1, ow = (W + 2 * p - KW) / s + 1;
        Tensor result = Tensor.zeros(N, O, oh, ow);
        float[] in = input.data(), ker = weight.data(), dst = result.data();
        for (int n = 0; n < N; n++)
            for (int o = 0; o < O; o++)
                for (int r = 0; r < oh; r++)
                    for (int q = 0; q < ow; q++) {
                        float acc = 0f;
                        for (int c = 0; c < C; c++)
                            for (int u = Math.max(0, p - r * s); u < KH && r * s - p + u < H; u++)
                                for (int v = Math.max(0, p - q * s); v < KW && q * s - p + v < W; v++)
                                    acc += in[((n * C + c) * H + r * s - p + u) * W + q * s - p + v]
                                            * ker[((o * C + c) * KH + u) * KW + v];
                        dst[((n * O + o) * oh + r) * ow + q] = acc + bias.get(o);
                    }
        return result;
    }
}
