package sg.aisha;

import assay.kernels.CrossEntropy;
import assay.kernels.Tensor;

public class CrossEntropyImpl implements CrossEntropy {
    @Override
    public float crossEntropy(Tensor logits, int[] y) {
        int C = logits.size(1);
        float[] z = logits.data();
        float total = 0f;
        for (int n = 0; n < y.length; n++) {
            float m = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < C; c++) m = Math.max(m, z[n * C + c]);
            float s = 0f;
            for (int c = 0; c < C; c++) s += (float) Math.exp(z[n * C + c] - m);
            total += (float) Math.log(s) - (z[n * C + y[n]] - m);
        }
        return total / y.length;
    }
}
