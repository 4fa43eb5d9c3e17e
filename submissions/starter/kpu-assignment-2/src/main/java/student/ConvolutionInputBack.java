package student;

import assay.kernels.Conv2dInputGradient;
import assay.kernels.Tensor;

/**
 * The gradient of Conv2d by its input: torch.nn.grad.conv2d_input.
 *
 * <p>The formula and all shapes stand at the interface, Conv2dInputGradient.
 */
public class ConvolutionInputBack implements Conv2dInputGradient {
    @Override
    public Tensor conv2dInputGradient(
             Tensor gradOutput, Tensor weight, int inputHeight, int inputWidth, int stride, int padding) {
        throw new UnsupportedOperationException("conv2dInputGradient is not implemented yet");
    }
}
