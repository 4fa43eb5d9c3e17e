package assay.core.policy;

import java.util.Set;

/** The ways to reach code by name. */
final class Reflection {
    private static final String CLASS = "java.lang.Class";
    private static final String LOADER = "java.lang.ClassLoader";
    private static final String LOOKUP = "java.lang.invoke.MethodHandles$Lookup";
    private static final String SERVICES = "java.util.ServiceLoader";
    private static final String PACKAGE = "java.lang.reflect.";

    /** Makes arrays of a type that is not known before; reaches no code. */
    private static final String ARRAYS = "java.lang.reflect.Array";

    private static final Set<String> OF_CLASS = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields");

    private Reflection() {}

    static boolean takesClassName(String owner, String member) {
        return (owner.equals(CLASS) && member.equals("forName"))
                || (owner.equals(LOADER) && member.equals("loadClass"))
                || (owner.equals(LOOKUP) && member.equals("findClass"));
    }

    /** Whether after that call any method may run that has a name. */
    static boolean isUsedBy(Use use) {
        if (use.kind() != Use.Kind.CALL) {
            return false;
        }
        String owner = use.owner();
        return takesClassName(owner, use.member())
                || (owner.equals(CLASS) && OF_CLASS.contains(use.member()))
                || (owner.equals(LOOKUP)
                        && (use.member().startsWith("find") || use.member().startsWith("unreflect")))
                || owner.equals(SERVICES)
                || (owner.startsWith(PACKAGE) && !owner.equals(ARRAYS));
    }
}
