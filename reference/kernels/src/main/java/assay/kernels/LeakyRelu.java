package assay.kernels;

/** Leaky rectified linear unit. */
public interface LeakyRelu {
    Tensor leakyRelu(Tensor input, float negativeSlope);
}
