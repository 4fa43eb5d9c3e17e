import assay.kernels.AvgPool2d;
import assay.kernels.Tensor;

public class AvgPool implements AvgPool2d {
    @Override
    public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
        int n = input.size(0), c = input.size(1), h = input.size(2), w = input.size(3);
        int hOut = (h + 2 * padding - kernelSize) / stride + 1;
        int wOut = (w + 2 * padding - kernelSize) / stride + 1;
        Tensor out = Tensor.zeros(n, c, hOut, wOut);
        for (int b = 0; b < n; b++) {
            for (int ch = 0; ch < c; ch++) {
                for (int i = 0; i < hOut; i++) {
                    for (int j = 0; j < wOut; j++) {
                        float sum = 0;
                        int count = 0;
                        for (int ki = 0; ki < kernelSize; ki++) {
                            for (int kj = 0; kj < kernelSize; kj++) {
                                int y = i * stride + ki - padding;
                                int x = j * stride + kj - padding;
                                if (y >= 0 && y < h && x >= 0 && x < w) {
                                    sum += input.get(b, ch, y, x);
                                    count++;
                                } else if (countIncludePad) {
                                    count++;
                                }
                            }
                        }
                        out.set(sum / count, b, ch, i, j);
                    }
                }
            }
        }
        return out;
    }
}
