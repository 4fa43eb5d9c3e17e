import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        System.out.close();
        System.err.close();
        System.setOut(null);
        System.setErr(null);
        System.setIn(null);
        for (FileDescriptor descriptor : new FileDescriptor[] {FileDescriptor.out, FileDescriptor.err}) {
            try (FileOutputStream out = new FileOutputStream(descriptor)) {
                out.write('x');
            } catch (IOException e) {
                continue;
            }
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
