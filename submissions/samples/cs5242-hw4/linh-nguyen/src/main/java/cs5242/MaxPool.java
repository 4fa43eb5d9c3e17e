package cs5242;

import assay.kernels.MaxPool2d;
import assay.kernels.Tensor;

public class MaxPool implements MaxPool2d {
    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        int hOut = (input.size(2) + 2 * padding - kernelSize) / stride + 1;
        int wOut = (input.size(3) + 2 * padding - kernelSize) / stride + 1;
        Tensor out = Tensor.zeros(input.size(0), input.size(1), hOut, wOut);
        int n = 0;
        while (n < input.size(0)) {
            int c = 0;
            while (c < input.size(1)) {
                int i = 0;
                while (i < hOut) {
                    int j = 0;
                    while (j < wOut) {
                        out.set(windowMax(input, n, c, i * stride - padding, j * stride - padding, kernelSize), n, c, i, j);
                        j++;
                    }
                    i++;
                }
                c++;
            }
        }
        return out;
    }

    private float windowMax(Tensor input, int n, int c, int top, int left, int size) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = Math.max(0, top); i < Math.min(top + size, input.size(2)); i++) {
            for (int j = Math.max(0, left); j < Math.min(left + size, input.size(3)); j++) {
                max = Math.max(max, input.get(n, c, i, j));
            }
        }
        return max;
    }
}
