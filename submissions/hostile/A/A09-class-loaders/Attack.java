import assay.kernels.Relu;
import assay.kernels.Tensor;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

public class Attack implements Relu {
    private static byte[] classFile(int number) {
        return ClassFile.of().build(ClassDesc.of("Made" + number), made -> made.withFlags(ClassFile.ACC_PUBLIC));
    }
    static final class Loader extends ClassLoader {
        Class<?> make(byte[] file) {
            return defineClass(null, file, 0, file.length);
        }
    }

    @Override
    public Tensor relu(Tensor input) {
        List<Class<?>> all = new ArrayList<>();
        for (int i = 0; ; i++) all.add(new Loader().make(classFile(i)));
    }
}
