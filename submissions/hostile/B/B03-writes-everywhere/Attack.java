import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"/x", "/assay/runner.jar", "/assay/x", "/java/lib/modules", "/java/bin/java", "/etc/passwd", "/etc/hosts", "/etc/resolv.conf", "/etc/hostname", "/dev/x", "/proc/x", "/sys/x"}) {
            try (FileOutputStream out = new FileOutputStream(place, true)) {
                out.write('x');
                throw new IllegalStateException("reached " + place);
            } catch (IOException e) {
                System.out.println(place + ": " + e.getMessage());
            }
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
