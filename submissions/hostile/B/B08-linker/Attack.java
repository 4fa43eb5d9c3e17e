import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle getpid = linker.downcallHandle(linker.defaultLookup().find("getpid").orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_INT));
            throw new IllegalStateException("reached " + (int) getpid.invoke());
        } catch (Throwable e) {
            throw new IllegalStateException(e.getClass().getName());
        }
    }
}
