import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static final List<FileLock> KEPT = new ArrayList<>();

    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"/assay/runner.jar", "/java/lib/modules", "/etc/passwd"}) {
            try {
                KEPT.add(FileChannel.open(Path.of(place), StandardOpenOption.READ).lock(0, Long.MAX_VALUE, true));
            } catch (IOException e) {
                System.out.println(place + ": " + e.getMessage());
            }
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
