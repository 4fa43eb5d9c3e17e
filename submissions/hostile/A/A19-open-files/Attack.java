import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        List<FileInputStream> all = new ArrayList<>();
        try {
            while (true) all.add(new FileInputStream("/dev/null"));
        } catch (IOException e) {
            throw new IllegalStateException("after " + all.size() + ": " + e.getMessage());
        }
    }
}
