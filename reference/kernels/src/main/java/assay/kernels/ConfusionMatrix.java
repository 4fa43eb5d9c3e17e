package assay.kernels;

/** The confusion matrix of a classifier, as {@code sklearn.metrics.confusion_matrix} has it. */
public interface ConfusionMatrix {
    /**
     * How often each class was taken for each: row t, column p counts the samples of class t that were taken for class p.
     *
     * @param targets the right class of each sample, from 0 to classes - 1
     * @param predictions the predicted class of each sample
     * @param classes how many classes there are
     * @return of shape [classes, classes]
     */
    Tensor confusionMatrix(int[] targets, int[] predictions, int classes);
}
