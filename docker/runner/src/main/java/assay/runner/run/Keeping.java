package assay.runner.run;

import assay.runner.frame.ClassFile;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/**
 * What of a class can tell one call of what another has done, or weigh on it.
 *
 * @param statics a static field that can change, or whatever a static initialiser may have made
 * @param threadLocals what they hold stays with a thread, even where nobody holds them any more
 */
record Keeping(boolean statics, boolean threadLocals) {
    private static final String INITIALISER = "<clinit>";
    /** Of that name and of {@code InheritableThreadLocal}; {@code ThreadLocalRandom} loses little by it. */
    private static final String THREAD_LOCAL = "ThreadLocal";

    /** What any of them can keep; the classes are loaded, and none is initialised. */
    static Keeping of(Iterable<ClassFile> files, StudentLoader loader) {
        boolean statics = false;
        boolean threadLocals = false;
        for (ClassFile file : files) {
            String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
            threadLocals = threadLocals || text.contains(THREAD_LOCAL);
            statics = statics || text.contains(INITIALISER) || hasFieldThatChanges(file.name(), loader);
        }
        return new Keeping(statics, threadLocals);
    }

    private static boolean hasFieldThatChanges(String className, StudentLoader loader) {
        try {
            for (Field field : Class.forName(className, false, loader).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException | LinkageError | StackOverflowError | RuntimeException e) {
            return true; // as long as nobody knows
        }
    }
}
