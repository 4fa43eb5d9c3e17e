import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileInputStream;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (FileInputStream in = new FileInputStream("/proc/self/fd/0")) {
            if (in.read() >= 0) throw new IllegalStateException("reached");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
