import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[8], 8, InetAddress.getByAddress(new byte[] {8, 8, 8, 8}), 53));
            throw new IllegalStateException("reached");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        try {
            NetworkInterface.networkInterfaces().filter(one -> !one.getName().equals("lo")).forEach(one -> {
                throw new IllegalStateException("reached " + one);
            });
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
