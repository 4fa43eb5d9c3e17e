package student;

import assay.kernels.ResidualBlock;
import assay.kernels.Tensor;

/**
 * A residual block with a shortcut that has no parameters.
 *
 * <p>The formula and all shapes stand at the interface, ResidualBlock.
 */
public class Residual implements ResidualBlock {
    @Override
    public Tensor residualBlock(Tensor input, Tensor conv1Weight, Tensor conv2Weight, int stride, float eps) {
        throw new UnsupportedOperationException("residualBlock is not implemented yet");
    }
}
