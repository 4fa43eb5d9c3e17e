package assay.kernels;

/** The mini-batches that stochastic gradient descent goes through, shuffled anew in each epoch. */
public interface MiniBatches {
    /**
     * Which mini-batch each sample is in. In every epoch each sample is in exactly one; all batches have {@code batchSize}
     * samples but the last, which has what is left; the samples are shuffled by chance, and each epoch differently.
     *
     * <p>There is no single right answer: the properties are tested, those of chance statistically.
     *
     * @param samples how many there are
     * @param batchSize how many a batch has, from 1 to samples
     * @param epochs how many epochs are asked for
     * @param seed of the chance; what one seed gives is up to you
     * @return of shape [epochs, samples]: the batch of each sample, from 0
     */
    Tensor miniBatches(int samples, int batchSize, int epochs, int seed);
}
