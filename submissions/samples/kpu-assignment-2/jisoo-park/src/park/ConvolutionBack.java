package park;

import assay.kernels.Conv2dInputGradient;
import assay.kernels.Conv2dWeightGradient;
import assay.kernels.Tensor;

/** Every product of the forward pass once more: each factor gets the gradient of the output times the other factor. */
public final class ConvolutionBack implements Conv2dInputGradient, Conv2dWeightGradient {
    @Override
    public Tensor conv2dInputGradient(
            Tensor gradOutput, Tensor weight, int inputHeight, int inputWidth, int stride, int padding) {
        Tensor gradient = Tensor.zeros(gradOutput.size(0), weight.size(1), inputHeight, inputWidth);
        visit(gradOutput, gradient, weight, stride, padding, (n, f, c, y, x, a, b, h, w) ->
                gradient.set(gradient.get(n, c, h, w) + weight.get(f, c, a, b) * gradOutput.get(n, f, y, x), n, c, h, w));
        return gradient;
    }

    @Override
    public Tensor conv2dWeightGradient(
            Tensor input, Tensor gradOutput, int kernelHeight, int kernelWidth, int stride, int padding) {
        Tensor gradient = Tensor.zeros(gradOutput.size(1), input.size(1), kernelHeight, kernelWidth);
        visit(gradOutput, input, gradient, stride, padding, (n, f, c, y, x, a, b, h, w) ->
                gradient.set(gradient.get(f, c, a, b) + input.get(n, c, h, w) * gradOutput.get(n, f, y, x), f, c, a, b));
        return gradient;
    }

    /** One product: of weight (f, c, a, b) with input (n, c, h, w), for the output (n, f, y, x). */
    private interface Product {
        void at(int n, int f, int c, int y, int x, int a, int b, int h, int w);
    }

    private static void visit(Tensor output, Tensor input, Tensor weight, int stride, int padding, Product product) {
        for (int n = 0; n < output.size(0); n++) {
            for (int f = 0; f < output.size(1); f++) {
                for (int y = 0; y < output.size(2); y++) {
                    for (int x = 0; x < output.size(3); x++) {
                        window(input, weight, n, f, y, x, stride, padding, product);
                    }
                }
            }
        }
    }

    private static void window(
            Tensor input, Tensor weight, int n, int f, int y, int x, int stride, int padding, Product product) {
        for (int c = 0; c < weight.size(1); c++) {
            for (int a = 0; a < weight.size(2); a++) {
                for (int b = 0; b < weight.size(3); b++) {
                    int h = y + a - padding; // the stride is forgotten
                    int w = x + b - padding;
                    if (h >= 0 && h < input.size(2) && w >= 0 && w < input.size(3)) {
                        product.at(n, f, c, y, x, a, b, h, w);
                    }
                }
            }
        }
    }
}
