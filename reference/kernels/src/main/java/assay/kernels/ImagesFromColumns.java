package assay.kernels;

/** A data set with an image a column, made into the images that a convolution takes. */
public interface ImagesFromColumns {
    /**
     * Normalises and reorganises: column n becomes image n with one channel. Within a column, the rows of the image come one
     * after the other: {@code output[n, 0, y, x] = (columns[y * width + x, n] / 255 - 0.5) / 0.5}.
     *
     * @param columns of shape [height * width, N]: brightnesses from 0 to 255
     * @param height of each image
     * @param width of each image
     * @return of shape [N, 1, height, width], from -1 to 1
     */
    Tensor imagesFromColumns(Tensor columns, int height, int width);
}
