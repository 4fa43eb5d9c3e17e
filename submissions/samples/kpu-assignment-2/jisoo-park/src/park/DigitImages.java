package park;

import assay.kernels.ImagesFromColumns;
import assay.kernels.Tensor;

/** Each column is an image, from left to right. */
public final class DigitImages implements ImagesFromColumns {
    @Override
    public Tensor imagesFromColumns(Tensor columns, int height, int width) {
        int count = columns.size(1);
        Tensor images = Tensor.zeros(count, 1, height, width);
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float brightness = columns.get(x * height + y, n);
                    images.set((brightness / 255 - 0.5f) / 0.5f, n, 0, y, x);
                }
            }
        }
        return images;
    }
}
