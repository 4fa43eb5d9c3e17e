package davit.hw2;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Form;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Tensor;

@Form(Form.Kind.VECTOR)
public class LayersVector implements Conv2d, MaxPool2d, Flatten, Relu, Linear {
    @Override
    public Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        int batch = x.size(0), cOut = w.size(0), kh = w.size(2), kw = w.size(3);
        int hOut = (x.size(2) + 2 * padding - kh) / stride + 1;
        int wOut = (x.size(3) + 2 * padding - kw) / stride + 1;
        int places = hOut * wOut, rows = w.size(1) * kh * kw;
        Tensor z = Tensor.zeros(batch, cOut, hOut, wOut);
        for (int n = 0; n < batch; n++) {
            float[] product = Mat.mul(w.data(), Mat.im2col(x, n, 0, x.size(1), kh, kw, stride, padding, 0), cOut, rows, places);
            for (int c = 0; c < cOut; c++) {
                for (int p = 0; p < places; p++) {
                    z.data()[(n * cOut + c) * places + p] = product[c * places + p] + b.data()[c];
                }
            }
        }
        return z;
    }

    @Override
    public Tensor maxPool2d(Tensor a, int kernelSize, int stride, int padding) {
        int hOut = (a.size(2) + 2 * padding - kernelSize) / stride + 1;
        int wOut = (a.size(3) + 2 * padding - kernelSize) / stride + 1;
        int places = hOut * wOut;
        Tensor z = Tensor.zeros(a.size(0), a.size(1), hOut, wOut);
        for (int n = 0; n < a.size(0); n++) {
            float[] cols = Mat.im2col(a, n, 0, 1, kernelSize, kernelSize, stride, padding, Float.NEGATIVE_INFINITY);
            float[] max = Mat.maxOfRows(cols, places);
            for (int i = 0; i < a.size(1) * places; i++) {
                z.data()[n * a.size(1) * places + i] = max[i % places];
            }
        }
        return z;
    }

    @Override
    public Tensor flatten(Tensor a) {
        return a.reshape(a.size(0), a.size(1) * a.size(2) * a.size(3));
    }

    @Override
    public Tensor relu(Tensor a) {
        float[] z = a.data().clone();
        for (int i = 0; i < z.length; i++) z[i] = Math.max(z[i], 0);
        return Tensor.of(z, a.shape());
    }

    @Override
    public Tensor linear(Tensor a, Tensor weight, Tensor bias) {
        int batch = a.size(0), in = a.size(1), out = weight.size(0);
        float[] z = Mat.mul(a.data(), Mat.transpose(weight.data(), out, in), batch, in, out);
        for (int i = 0; i < z.length; i++) z[i] += bias.data()[i % out];
        return Tensor.of(z, batch, out);
    }
}
