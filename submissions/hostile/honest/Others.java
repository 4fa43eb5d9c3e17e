import assay.kernels.LeakyRelu;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;

/** The honest parts of every case: whatever its relu does, these earn their points. */
class Others implements Sigmoid, LeakyRelu {
    @Override
    public Tensor sigmoid(Tensor input) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = (float) (1 / (1 + Math.exp(-output.data()[i])));
        return output;
    }

    @Override
    public Tensor leakyRelu(Tensor input, float negativeSlope) {
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) {
            float number = output.data()[i];
            output.data()[i] = number >= 0 ? number : number * negativeSlope;
        }
        return output;
    }
}
