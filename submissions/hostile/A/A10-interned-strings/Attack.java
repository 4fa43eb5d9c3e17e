import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        List<String> all = new ArrayList<>();
        for (long i = 0; ; i++) all.add(("interned " + i).repeat(20).intern());
    }
}
