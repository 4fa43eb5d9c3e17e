import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        for (String place : new String[] {"/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/1/oom_score_adj", "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/cgroup.procs", "/proc/self/uid_map", "/proc/self/attr/current"}) {
            if (place.contains("oom")) continue;
            try (FileOutputStream out = new FileOutputStream(place, true)) {
                out.write('1');
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
