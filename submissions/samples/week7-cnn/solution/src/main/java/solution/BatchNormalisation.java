package solution;

import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

/** Each channel less its mean, over its standard deviation; both over batch, height and width, in double. */
public final class BatchNormalisation implements BatchNorm2d {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        Tensor output = Tensor.zeros(input.shape());
        for (int c = 0; c < input.size(1); c++) {
            double mean = mean(input, c);
            double scale = 1 / Math.sqrt(variance(input, c, mean) + eps);
            for (int n = 0; n < input.size(0); n++) {
                for (int h = 0; h < input.size(2); h++) {
                    for (int w = 0; w < input.size(3); w++) {
                        output.set((float) ((input.get(n, c, h, w) - mean) * scale), n, c, h, w);
                    }
                }
            }
        }
        return output;
    }

    private static double mean(Tensor input, int c) {
        double sum = 0;
        for (int n = 0; n < input.size(0); n++) {
            for (int h = 0; h < input.size(2); h++) {
                for (int w = 0; w < input.size(3); w++) {
                    sum += input.get(n, c, h, w);
                }
            }
        }
        return sum / count(input);
    }

    /** The biased variance: divided by the count, not by the count less one. */
    private static double variance(Tensor input, int c, double mean) {
        double sum = 0;
        for (int n = 0; n < input.size(0); n++) {
            for (int h = 0; h < input.size(2); h++) {
                for (int w = 0; w < input.size(3); w++) {
                    double distance = input.get(n, c, h, w) - mean;
                    sum += distance * distance;
                }
            }
        }
        return sum / count(input);
    }

    private static double count(Tensor input) {
        return (double) input.size(0) * input.size(2) * input.size(3);
    }
}
