package assay.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;

/**
 * The images of one step. The arrays, and all that is computed from them, are freed when the next batch is asked for.
 *
 * @param images float32 of shape {@code [N, C, H, W]}, each value {@code (byte / 255 - 0.5) / 0.5}, so from -1 to 1
 * @param labels int64 of shape {@code [N]}, the classes from 0
 */
public record ImageBatch(NDArray images, NDArray labels) {
    public ImageBatch {
        requireNonNull(images, "images is null");
        requireNonNull(labels, "labels is null");
    }
}
