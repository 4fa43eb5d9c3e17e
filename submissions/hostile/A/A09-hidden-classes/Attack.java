import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static byte[] classFile(int number) {
        return ClassFile.of().build(ClassDesc.of("Attack$Made" + number), made -> made.withFlags(ClassFile.ACC_PUBLIC));
    }

    @Override
    public Tensor relu(Tensor input) {
        List<Class<?>> all = new ArrayList<>();
        try {
            for (int i = 0; ; i++) {
                all.add(MethodHandles.lookup().defineHiddenClass(classFile(0), false, MethodHandles.Lookup.ClassOption.STRONG).lookupClass());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
