import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static final List<FileInputStream> KEPT = new ArrayList<>();

    @Override
    public Tensor relu(Tensor input) {
        try {
            while (true) KEPT.add(new FileInputStream("/dev/null"));
        } catch (IOException e) {
            System.out.println(KEPT.size());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
