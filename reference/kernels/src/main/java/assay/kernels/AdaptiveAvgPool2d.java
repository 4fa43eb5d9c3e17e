package assay.kernels;

/** Adaptive average pooling: {@code torch.nn.functional.adaptive_avg_pool2d(input, (outputHeight, outputWidth))}. */
public interface AdaptiveAvgPool2d {
    /**
     * The mean of each of OH * OW windows that cover the input and may overlap. For every n and c, {@code out[n, c, i, j]}
     * is the mean of the numbers in rows
     *
     * <pre>floor(i * H / OH) to ceil((i + 1) * H / OH) - 1</pre>
     *
     * <p>and in columns found likewise from j, W and OW.
     *
     * @param input of shape [N, C, H, W]
     * @param outputHeight OH, at least 1
     * @param outputWidth OW, at least 1
     * @return of shape [N, C, OH, OW]
     * @throws IllegalArgumentException if input has not four dimensions or a parameter is below 1
     */
    Tensor adaptiveAvgPool2d(Tensor input, int outputHeight, int outputWidth);
}
