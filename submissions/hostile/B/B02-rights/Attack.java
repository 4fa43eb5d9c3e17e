import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.UncheckedIOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            String status = Files.readString(Path.of("/proc/self/status"));
            for (String wanted : new String[] {"CapInh:\t0000000000000000", "CapPrm:\t0000000000000000", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "CapAmb:\t0000000000000000", "NoNewPrivs:\t1", "Uid:\t65532\t65532\t65532\t65532", "Gid:\t65532\t65532\t65532\t65532"}) {
                if (status.contains(wanted.substring(0, 5)) && !status.contains(wanted)) throw new IllegalStateException("missing " + wanted + " in " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
