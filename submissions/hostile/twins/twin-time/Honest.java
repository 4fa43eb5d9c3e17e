import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

public class Honest implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        long start = System.nanoTime();
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(LocalDate.now(ZoneId.of("Asia/Singapore")).getYear() + ": " + took);
        return output;
    }
}
