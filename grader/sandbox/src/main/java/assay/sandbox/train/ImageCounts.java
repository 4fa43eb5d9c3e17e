package assay.sandbox.train;

/** How many training images a data set has, and of which shape. */
public interface ImageCounts {
    /**
     * Of a set by its id.
     *
     * @throws assay.core.domain.GraderFault if there is none
     */
    Shape of(String data);

    /** @param count of training images */
    record Shape(int count, int channels, int height, int width) {}
}
