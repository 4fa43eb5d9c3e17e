import assay.kernels.BatchNorm2d;
import assay.kernels.Tensor;

public class BatchNorm implements BatchNorm2d {
    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        int channels = input.size(1), area = input.size(2) * input.size(3);
        double[] sum = new double[channels], squares = new double[channels];
        float[] data = input.data();
        for (int i = 0; i < data.length; i++) {
            int c = i / area % channels;
            sum[c] += data[i];
            squares[c] += (double) data[i] * data[i];
        }
        double count = data.length / channels;
        float[] out = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            int c = i / area % channels;
            double mean = sum[c] / count;
            double variance = squares[c] / count - mean * mean; // E[x^2] - E[x]^2, fine in double
            out[i] = (float) ((data[i] - mean) / Math.sqrt(variance + eps));
        }
        return Tensor.of(out, input.shape());
    }
}
