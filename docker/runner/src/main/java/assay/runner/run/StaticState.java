package assay.runner.run;

import assay.runner.frame.ClassFile;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/** Whether anything of a class can tell one call of what another has done. */
final class StaticState {
    private static final String INITIALISER = "<clinit>";

    private StaticState() {}

    /** A static field that can change, or whatever a static initialiser may have made; the class is not initialised. */
    static boolean isIn(ClassFile file, StudentLoader loader) {
        if (new String(file.bytes(), StandardCharsets.ISO_8859_1).contains(INITIALISER)) {
            return true;
        }
        try {
            for (Field field : Class.forName(file.name(), false, loader).getDeclaredFields()) {
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
