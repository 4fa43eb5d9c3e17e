import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;

public class Attack implements Relu {
    static class Throwing extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public String getProperty(String key) {
            throw new IllegalStateException("no " + key);
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        System.setProperties(new Throwing());
        try {
            Integer[] numbers = {3, 1, 2};
            Arrays.sort(numbers, Comparator.reverseOrder());
        } catch (LinkageError e) {
            System.out.println(e);
        }
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
