import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        while (true) {
            MemorySegment segment = Arena.global().allocate(1 << 24);
            for (long i = 0; i < segment.byteSize(); i += 4096) segment.set(ValueLayout.JAVA_BYTE, i, (byte) 1);
        }
    }
}
