package assay.trainer;

import assay.runner.frame.ClassFile;
import assay.training.TrainingTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads a student's classes, which can name each other, the JDK, DJL and the training API. */
final class TaskLoader extends ClassLoader {
    private static final String API = TrainingTask.class.getPackageName() + ".";
    private static final String DJL = "ai.djl.";

    private final Map<String, ClassFile> files;

    TaskLoader(List<ClassFile> classes) {
        super(ClassLoader.getPlatformClassLoader());
        this.files = classes.stream().collect(Collectors.toUnmodifiableMap(ClassFile::name, file -> file, (a, b) -> a));
    }

    /** Whether the class is the student's. */
    boolean owns(String className) {
        return files.containsKey(className);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassFile file = files.get(name);
        if (file != null) {
            return defineClass(name, file.bytes(), 0, file.bytes().length);
        }
        if (name.startsWith(API) || name.startsWith(DJL) || isKernel(name)) {
            return Class.forName(name, false, TrainingTask.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }

    /** The package itself alone, as everywhere: what lies below is not a student's to call. */
    private static boolean isKernel(String name) {
        String kernels = "assay.kernels.";
        return name.startsWith(kernels) && name.indexOf('.', kernels.length()) < 0;
    }
}
