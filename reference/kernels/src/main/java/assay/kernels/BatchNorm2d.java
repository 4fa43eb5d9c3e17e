package assay.kernels;

/** Batch normalisation. */
public interface BatchNorm2d {
    Tensor batchNorm2d(Tensor input, float eps);
}
