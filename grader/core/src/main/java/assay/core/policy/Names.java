package assay.core.policy;

import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashMap;
import java.util.Map;

/** What one class file names, as sources write it: each made once, however often the code uses it. */
final class Names {
    private final Map<Integer, String> dotted = new HashMap<>();
    private final Map<Integer, String> elements = new HashMap<>();

    /** E.g. {@code java.lang.Runtime}. */
    String of(ClassEntry type) {
        return dotted(type.name());
    }

    /** The class itself, or of what an array of any dimensions is made; empty for numbers. */
    String element(ClassEntry type) {
        return elements.computeIfAbsent(type.name().index(), _ -> element(of(type)));
    }

    /** A text as it would name a class. */
    String dotted(Utf8Entry text) {
        return dotted.computeIfAbsent(text.index(), _ -> text.stringValue().replace('/', '.'));
    }

    private static String element(String name) {
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return name;
        }
        boolean isClass = name.startsWith("L", dimensions) && name.endsWith(";");
        return isClass ? name.substring(dimensions + 1, name.length() - 1) : "";
    }
}
