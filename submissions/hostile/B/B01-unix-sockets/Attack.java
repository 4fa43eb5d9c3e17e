import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/systemd/private"}) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(place));
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
