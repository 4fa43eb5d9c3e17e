package assay.golden.data;

import static java.util.Objects.requireNonNull;

/**
 * Labelled images, a byte a pixel and a byte a label.
 *
 * @param shape of one image
 * @param pixels image after image, channel by channel, row by row
 * @param labels classes from 0
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record ImageSet(ImageShape shape, byte[] pixels, byte[] labels) {
    public ImageSet {
        requireNonNull(shape, "shape is null");
        requireNonNull(pixels, "pixels is null");
        requireNonNull(labels, "labels is null");
        if (pixels.length != (long) labels.length * shape.bytes()) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + labels.length + " images of " + shape);
        }
    }

    public int count() {
        return labels.length;
    }
}
