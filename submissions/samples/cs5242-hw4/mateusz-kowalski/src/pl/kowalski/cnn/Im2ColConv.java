package pl.kowalski.cnn;

import assay.kernels.Conv2d;
import assay.kernels.Tensor;

/** Convolution as a matrix product: weights [C_out, C_in*K*K] times patches [C_in*K*K, H_out*W_out]. */
public class Im2ColConv implements Conv2d {
    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        int batch = input.size(0);
        int outChannels = weight.size(0);
        Tensor output = null;
        for (int n = 0; n < batch; n++) {
            Patches p = new Patches(
                    input, n, 0, input.size(1), weight.size(2), weight.size(3), stride, padding, 0f);
            if (output == null) {
                output = Tensor.zeros(batch, outChannels, p.outHeight, p.outWidth);
            }
            float[] product = Matrix.multiply(weight.data(), p.matrix, outChannels, p.rows, p.columns);
            for (int o = 0; o < outChannels; o++) {
                for (int i = 0; i < p.columns; i++) {
                    output.data()[(n * outChannels + o) * p.columns + i] = product[o * p.columns + i] + bias.get(o);
                }
            }
        }
        return output;
    }
}
