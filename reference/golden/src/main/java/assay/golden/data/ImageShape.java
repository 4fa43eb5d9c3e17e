package assay.golden.data;

/** Of one image. */
public record ImageShape(int channels, int height, int width) {
    /** Of one image, a byte a pixel. */
    public int bytes() {
        return channels * height * width;
    }
}
