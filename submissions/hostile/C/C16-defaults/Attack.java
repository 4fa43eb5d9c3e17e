import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.util.Locale;
import java.util.TimeZone;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        Locale.setDefault(Locale.forLanguageTag("tr"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        System.setProperty("line.separator", "#");
        System.setProperty("file.encoding", "UTF-16");
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "1000");
        System.clearProperty("java.version");
        Tensor output = input.copy();
        for (int i = 0; i < output.size(); i++) output.data()[i] = Math.max(0, output.data()[i]);
        return output;
    }
}
