package assay.core.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The ways to reach code by name. */
final class Reflection {
    private static final String CLASS = "java.lang.Class";
    private static final String LOADER = "java.lang.ClassLoader";
    private static final String LOOKUP = "java.lang.invoke.MethodHandles$Lookup";
    private static final String METHOD_TYPE = "java.lang.invoke.MethodType";
    private static final String CONSTANTS = "java.lang.invoke.ConstantBootstraps";
    private static final String DESCRIPTIONS = "java.lang.constant.";
    private static final List<String> BUNDLES = List.of("java.util.ResourceBundle", "java.util.ResourceBundle$Control");
    private static final String PACKAGE = "java.lang.reflect.";

    /** Makes arrays of a type that is not known before; reaches no code. */
    private static final String ARRAYS = "java.lang.reflect.Array";

    /** Make objects of classes by their names: of a file, of a stream, of a table. */
    private static final Set<String> MAKERS =
            Set.of("java.util.ServiceLoader", "java.io.ObjectInputStream", "java.security.Provider");

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
            "getDeclaredFields",
            // Classes that the code need not name.
            "getClasses",
            "getDeclaredClasses",
            "getNestMembers",
            "getPermittedSubclasses");

    private static final Set<String> NAMED_MEMBERS =
            Set.of("getMethod", "getDeclaredMethod", "getField", "getDeclaredField");
    private static final Set<String> ALL_MEMBERS =
            Set.of("getMethods", "getDeclaredMethods", "getFields", "getDeclaredFields");

    private static final Set<String> OF_LOADER = Set.of("loadClass", "findClass", "findSystemClass", "findLoadedClass");

    /** As javac itself writes it, for a switch over enums: what it is given stands beside it. */
    private static final String SWITCH = "invoke";

    private Reflection() {}

    /** A loader of a student's own is known by the method's name alone. */
    static boolean takesClassName(String owner, String member) {
        return (owner.equals(CLASS) && member.equals("forName"))
                || member.equals("loadClass")
                || (owner.equals(LOOKUP) && member.equals("findClass"))
                || (owner.equals(METHOD_TYPE) && member.equals("fromMethodDescriptorString"))
                || (owner.startsWith(DESCRIPTIONS) && member.equals("resolveConstantDesc"));
    }

    /** Whether that is given the name of a method or field. */
    static boolean takesMemberName(String owner, String member) {
        return (owner.equals(CLASS) && NAMED_MEMBERS.contains(member))
                || (owner.equals(LOOKUP)
                        && !member.equals("findClass")
                        && !member.equals("findConstructor")
                        && (member.startsWith("find") || member.equals("bind")));
    }

    /** Whether that gives all methods or fields, of which one may be chosen by whatever one likes. */
    static boolean givesMembers(String owner, String member) {
        return owner.equals(CLASS) && ALL_MEMBERS.contains(member);
    }

    /**
     * Whether after that call any method may run that has a name.
     *
     * @param isA whether the class whose method is called is that class, or inherits from it
     */
    static boolean isUsedBy(Use use, Predicate<String> isA) {
        return use.kind() == Use.Kind.CALL && (isUsedBy(use.owner(), use.member()) || isInherited(use.member(), isA));
    }

    private static boolean isUsedBy(String owner, String member) {
        return takesClassName(owner, member)
                || (owner.equals(CLASS) && (OF_CLASS.contains(member) || member.contains("Annotation")))
                || (owner.equals(LOOKUP) && isUsedByLookup(member))
                || (owner.equals(CONSTANTS) && !member.equals(SWITCH))
                || (owner.startsWith(PACKAGE) && !owner.equals(ARRAYS));
    }

    /** What a class of the student's own may have from above it. */
    private static boolean isInherited(String member, Predicate<String> isA) {
        return MAKERS.stream().anyMatch(isA)
                || (OF_LOADER.contains(member) && isA.test(LOADER))
                || (member.endsWith("Bundle") && BUNDLES.stream().anyMatch(isA));
    }

    private static boolean isUsedByLookup(String member) {
        return member.startsWith("find")
                || member.startsWith("unreflect")
                || member.equals("bind")
                || member.equals("ensureInitialized");
    }
}
