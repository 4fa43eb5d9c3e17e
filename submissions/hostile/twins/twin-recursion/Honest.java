import assay.kernels.Relu;
import assay.kernels.Tensor;

public class Honest implements Relu {
    private static void rectify(float[] data, int i, int deep) {
        if (deep > 0) {
            if (i < data.length) data[i] = Math.max(0, data[i]);
            rectify(data, i + 1, deep - 1);
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        Tensor output = input.copy();
        rectify(output.data(), 0, 5_000);
        return output;
    }
}
