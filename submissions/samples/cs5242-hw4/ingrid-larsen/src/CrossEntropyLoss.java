import assay.kernels.CrossEntropy;
import assay.kernels.Tensor;

public class CrossEntropyLoss implements CrossEntropy {
    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        int classes = logits.size(1);
        double loss = 0;
        for (int i = 0; i < targets.length; i++) {
            float max = logits.get(i, 0);
            for (int j = 1; j < classes; j++) {
                max = Math.max(max, logits.get(i, j));
            }
            // shift the row so that its largest logit is 0
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                logits.set(logits.get(i, j) - max, i, j);
                sum += Math.exp(logits.get(i, j));
            }
            loss += Math.log(sum) - logits.get(i, targets[i]);
            targets[i] = -1; // done
        }
        return (float) (loss / targets.length);
    }
}
