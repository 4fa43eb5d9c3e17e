package assay.runner.compile;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * All that one compilation can reach: the JDK and the kernels through the standard file manager, which are read, and
 * memory, which is written. There are no sources but those handed over, and no processor or plugin: javac would load
 * plugins from the class path, even with {@code -proc:none}.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private static final Set<Location> EMPTY = Set.of(
            StandardLocation.SOURCE_PATH,
            StandardLocation.ANNOTATION_PROCESSOR_PATH,
            StandardLocation.MODULE_PATH,
            StandardLocation.UPGRADE_MODULE_PATH);

    private final CompiledClasses classes;
    private final Policy policy;

    MemoryFiles(JavaFileManager jdkAndKernels, CompiledClasses classes, Policy policy) {
        super(jdkAndKernels);
        this.classes = classes;
        this.policy = policy;
    }

    @Override
    public boolean hasLocation(Location location) {
        return EMPTY.contains(location) || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        // Sources are never looked for: javac compiles what it finds beside a class, too.
        Set<JavaFileObject.Kind> sought =
                kinds.contains(JavaFileObject.Kind.CLASS) ? Set.of(JavaFileObject.Kind.CLASS) : Set.of();
        return EMPTY.contains(location) || sought.isEmpty()
                ? List.of()
                : super.list(location, packageName, sought, recurse);
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
        if (location != StandardLocation.CLASS_OUTPUT || kind != JavaFileObject.Kind.CLASS) {
            throw new IOException("only classes are written");
        }
        policy.check(className, sibling);
        return classes.create(className);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling)
            throws IOException {
        throw new IOException("only classes are written");
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return !(file instanceof SourceText) && super.contains(location, file);
    }

    /** Leaves the standard file manager open for the next compilation. */
    @Override
    public void close() {
        flush();
    }

    @Override
    public void flush() {
        // All is in memory already.
    }
}
