package student;

import assay.kernels.Conv2dWeightGradient;
import assay.kernels.Tensor;

/**
 * The gradient of Conv2d by its filters: torch.nn.grad.conv2d_weight.
 *
 * <p>The formula and all shapes stand at the interface, Conv2dWeightGradient.
 */
public class ConvolutionWeightBack implements Conv2dWeightGradient {
    @Override
    public Tensor conv2dWeightGradient(
             Tensor input, Tensor gradOutput, int kernelHeight, int kernelWidth, int stride, int padding) {
        throw new UnsupportedOperationException("conv2dWeightGradient is not implemented yet");
    }
}
