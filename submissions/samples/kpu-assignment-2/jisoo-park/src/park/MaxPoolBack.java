package park;

import assay.kernels.MaxPool2dGradient;
import assay.kernels.Tensor;

/** Each window gives its gradient to its maximum, the first in reading order. */
public final class MaxPoolBack implements MaxPool2dGradient {
    @Override
    public Tensor maxPool2dGradient(Tensor input, Tensor gradOutput, int kernelSize, int stride) {
        Tensor gradient = Tensor.zeros(input.shape());
        for (int n = 0; n < gradOutput.size(0); n++) {
            for (int c = 0; c < gradOutput.size(1); c++) {
                for (int y = 0; y < gradOutput.size(2); y++) {
                    for (int x = 0; x < gradOutput.size(3); x++) {
                        int[] place = largest(input, n, c, y * stride, x * stride, kernelSize);
                        gradient.set(gradient.get(place) + gradOutput.get(n, c, y, x), place);
                    }
                }
            }
        }
        return gradient;
    }

    private static int[] largest(Tensor input, int n, int c, int top, int left, int kernelSize) {
        int[] place = {n, c, top, left};
        for (int h = top; h < top + kernelSize; h++) {
            for (int w = left; w < left + kernelSize; w++) {
                if (input.get(n, c, h, w) > input.get(place)) {
                    place = new int[] {n, c, h, w};
                }
            }
        }
        return place;
    }
}
