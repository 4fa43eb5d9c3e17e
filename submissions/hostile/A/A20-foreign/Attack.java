import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        MemorySegment everywhere = MemorySegment.ofAddress(0).reinterpret(Long.MAX_VALUE);
        everywhere.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
        return input;
    }
}
