import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"8.8.8.8:53", "169.254.169.254:80", "172.17.0.1:2375", "[2001:4860:4860::8888]:53", "host.docker.internal:2375", "example.org:80"}) {
            int colon = place.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByName(place.substring(0, colon)), Integer.parseInt(place.substring(colon + 1))), 300);
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
