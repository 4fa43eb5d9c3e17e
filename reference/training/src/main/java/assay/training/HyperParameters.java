package assay.training;

/**
 * How long a network is trained, and in what portions.
 *
 * @param epochs how often all training images are gone through; at least 1
 * @param batchSize how many images a step sees; at least 1
 */
public record HyperParameters(int epochs, int batchSize) {
    public HyperParameters {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, but is " + batchSize);
        }
    }
}
