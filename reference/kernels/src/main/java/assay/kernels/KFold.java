package assay.kernels;

/** The split of a cross-validation into folds, shuffled. */
public interface KFold {
    /**
     * Which fold each sample is tested in. Every sample is in exactly one fold; the sizes of the folds differ by 1 at most;
     * the samples are shuffled by chance, and the same seed gives the same split, another seed another one.
     *
     * <p>There is no single right answer: the properties are tested, those of chance statistically.
     *
     * @param samples how many there are
     * @param folds how many folds, from 2 to samples
     * @param seeds one split is asked for each; equal seeds ask for equal splits
     * @return of shape [seeds, samples]: the fold of each sample, from 0 to folds - 1
     */
    Tensor kFold(int samples, int folds, int[] seeds);
}
