import assay.kernels.CrossEntropy;
import assay.kernels.Tensor;

public class Ce implements CrossEntropy {
    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        double[][] logProbabilities = logSoftmax(logits);
        double loss = 0;
        for (int i = 0; i < targets.length; i++) {
            loss -= logProbabilities[i][targets[i]];
        }
        return (float) (loss / targets.length);
    }

    private static double[][] logSoftmax(Tensor logits) {
        double[][] rows = new double[logits.size(0)][logits.size(1)];
        for (int i = 0; i < rows.length; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = logits.get(i, j);
                max = Math.max(max, rows[i][j]);
            }
            double sum = 0;
            for (double value : rows[i]) {
                sum += Math.exp(value - max);
            }
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] -= max + Math.log(sum);
            }
        }
        return rows;
    }
}
