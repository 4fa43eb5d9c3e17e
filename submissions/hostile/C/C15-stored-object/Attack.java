import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.URL;
import java.net.URLClassLoader;

public class Attack implements Relu {
    static class Hidden implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) {
            System.out.println("reached " + new URLClassLoader(new URL[0]));
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(0xaced0005);
            out.writeShort(0x7372); // an object, and its class
            out.writeUTF("Attack$Hidden");
            out.writeLong(1);
            out.writeByte(2); // serialisable
            out.writeShort(0); // fields
            out.writeShort(0x7870); // no more, no superclass
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (Exception e) {
            throw new IllegalStateException("failed " + e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
