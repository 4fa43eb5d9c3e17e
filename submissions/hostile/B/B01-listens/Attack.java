import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.net.ServerSocket;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (ServerSocket server = new ServerSocket(0)) {
            server.accept();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return input;
    }
}
