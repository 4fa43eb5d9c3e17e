package assay.runner.run;

import assay.runner.frame.ClassFile;
import java.util.Map;

/** One life of a student's classes: what their static fields hold ends with it. */
final class StudentLoader extends ClassLoader {
    private final Map<String, ClassFile> files;

    StudentLoader(Map<String, ClassFile> files) {
        super(new KernelsLoader());
        this.files = files;
    }

    /** Whether the class is the student's. */
    boolean owns(String className) {
        return files.containsKey(className);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassFile file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file.bytes(), 0, file.bytes().length);
    }
}
