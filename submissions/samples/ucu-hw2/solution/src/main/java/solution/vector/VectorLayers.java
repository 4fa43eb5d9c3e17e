package solution.vector;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Tensor;

/** Every layer as its matrix equation says: whole rows and matrices at a time. */
@Form(Form.Kind.VECTOR)
public final class VectorLayers implements Conv2d, MaxPool2d, Flatten, Relu, Linear {
    /** Z = W X + B, with one kernel a row of W and one window a column of X. */
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        Windows windows = new Windows(weight.size(2), weight.size(3), stride, padding, 0);
        int outChannels = weight.size(0);
        Matrix kernels = new Matrix(outChannels, weight.size() / outChannels, weight.data());
        Tensor output =
                Tensor.zeros(input.size(0), outChannels, windows.rowsOver(input), windows.columnsOver(input));
        for (int n = 0; n < input.size(0); n++) {
            Matrix image = kernels.times(windows.im2col(input, n, 0, input.size(1)));
            image.addToRows(bias.data());
            System.arraycopy(image.data(), 0, output.data(), n * image.data().length, image.data().length);
        }
        return output;
    }

    /** The largest of each column of windows; each channel has its own. */
    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        Windows windows = new Windows(kernelSize, kernelSize, stride, padding, Float.NEGATIVE_INFINITY);
        int channels = input.size(1);
        Tensor output = Tensor.zeros(input.size(0), channels, windows.rowsOver(input), windows.columnsOver(input));
        for (int n = 0; n < input.size(0); n++) {
            for (int c = 0; c < channels; c++) {
                float[] plane = windows.im2col(input, n, c, 1).largestOfColumns();
                System.arraycopy(plane, 0, output.data(), (n * channels + c) * plane.length, plane.length);
            }
        }
        return output;
    }

    @Override
    public Tensor flatten(Tensor input) {
        return input.reshape(input.size(0), input.size() / input.size(0));
    }

    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        float[] data = output.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = Math.max(data[i], 0);
        }
        return output;
    }

    /** Z = X W' + B. */
    @Override
    public Tensor linear(Tensor input, Tensor weight, Tensor bias) {
        Matrix rows = new Matrix(input.size(0), input.size(1), input.data());
        Matrix product = rows.times(new Matrix(weight.size(0), weight.size(1), weight.data()).transposed());
        product.addToColumns(bias.data());
        return Tensor.of(product.data(), product.rows(), product.columns());
    }
}
