package solution;

import assay.kernels.Tensor;

/** Softmax over the rows of a matrix. */
public final class Softmax {
    private Softmax() {}

    /** e^x over the sum of e^x; the largest x of a row is taken off first, so that no power overflows. */
    public static Tensor ofRows(Tensor logits) {
        int columns = logits.size(1);
        float[] output = new float[logits.size()];
        for (int row = 0; row < logits.size(0); row++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < columns; c++) {
                largest = Math.max(largest, logits.get(row, c));
            }
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += Math.exp(logits.get(row, c) - largest);
            }
            for (int c = 0; c < columns; c++) {
                output[row * columns + c] = (float) (Math.exp(logits.get(row, c) - largest) / sum);
            }
        }
        return Tensor.of(output, logits.shape());
    }
}
