import assay.kernels.LeakyRelu;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The honest parts of every case: whatever its relu does, these earn their points. They use of the JDK what students do:
 * sorting, properties, random numbers, a thread that is waited for.
 */
class Others implements Sigmoid, LeakyRelu {
    @Override
    public Tensor sigmoid(Tensor input) {
        Tensor output = input.copy();
        Thread half = new Thread(() -> fill(output, 0, output.size() / 2));
        half.start();
        fill(output, output.size() / 2, output.size());
        System.gc();
        try {
            Thread.sleep(5);
            half.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }

    private static void fill(Tensor output, int from, int to) {
        for (int i = from; i < to; i++) output.data()[i] = (float) (1 / (1 + Math.exp(-output.data()[i])));
    }

    @Override
    public Tensor leakyRelu(Tensor input, float negativeSlope) {
        Integer[] order = new Integer[input.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> input.data()[i]));
        Tensor output = input.copy();
        int from = ThreadLocalRandom.current().nextInt(order.length) + Integer.getInteger("others.from", 0);
        for (int k = 0; k < order.length; k++) {
            int i = order[(from + k) % order.length];
            float number = output.data()[i];
            output.data()[i] = number >= 0 ? number : number * negativeSlope;
        }
        return output;
    }
}
