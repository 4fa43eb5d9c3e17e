import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.Properties;

public class Attack implements Relu {
    static class Throwing extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public String getProperty(String key) {
            throw new IllegalStateException("poisoned");
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        Properties same = new Properties(new Throwing());
        same.putAll(System.getProperties());
        System.setProperties(same);
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
