package assay.core.policy;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What inherits from what: the student's classes by their files, the JDK's by themselves. */
final class Hierarchy {
    /** What the JDK may call of an object without its class saying so. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "toString",
            "hashCode",
            "equals",
            "finalize",
            "readObject",
            "readResolve",
            "readExternal",
            "writeObject",
            "writeReplace",
            "writeExternal");

    /** Far more than any honest submission takes, and a second or two. */
    private static final long MOST_STEPS = 20_000_000;

    private static final int STEPS_OF_A_JDK_CLASS = 200;
    private static final int STEPS_OF_A_METHOD = 5;

    private static final String JDK = "java.";

    /** Their methods are only called as a part's own. */
    private static final String KERNELS = "assay.kernels.";

    private final Map<String, ScannedClass> classes;
    /** By a class, the student's own that are directly below it. */
    private final Map<String, List<String>> subtypes = new HashMap<>();

    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Set<String>> aboveInJdk = new HashMap<>();
    private long steps;

    Hierarchy(Map<String, ScannedClass> classes) {
        this.classes = classes;
        classes.values()
                .forEach(own -> own.supertypes()
                        .forEach(supertype -> subtypes.computeIfAbsent(supertype, _ -> new ArrayList<>())
                                .add(own.name())));
    }

    Optional<ScannedClass> own(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** The student's own among a class and all above it, in an order in which methods are looked for. */
    Set<ScannedClass> ownLineage(String name) {
        Set<ScannedClass> lineage = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(name));
        while (!waiting.isEmpty()) {
            step(1);
            own(waiting.remove()).filter(lineage::add).ifPresent(found -> waiting.addAll(found.supertypes()));
        }
        return lineage;
    }

    /** Of all the student's own among a class and what is above it. */
    List<ScannedMethod> ownMethods(String name) {
        List<ScannedMethod> methods = new ArrayList<>();
        for (ScannedClass own : ownLineage(name)) {
            step(STEPS_OF_A_METHOD * own.methods().size());
            methods.addAll(own.methods());
        }
        return methods;
    }

    /** Whether the one is the other or inherits from it, as far as that can be known. */
    boolean isA(String name, String above) {
        return own(name).isPresent()
                ? below.computeIfAbsent(above, this::findBelow).contains(name)
                : isInJdk(name, above);
    }

    /** That class and all of the student's own below it: in one go for each, since chains of them may be long. */
    private Set<String> findBelow(String above) {
        Set<String> found = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(above));
        subtypes.keySet().stream()
                .filter(name -> own(name).isEmpty() && isInJdk(name, above))
                .forEach(waiting::add);
        while (!waiting.isEmpty()) {
            step(1);
            String next = waiting.remove();
            if (found.add(next)) {
                waiting.addAll(subtypes.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    private boolean isInJdk(String name, String above) {
        return aboveInJdk.computeIfAbsent(name, this::findAboveInJdk).contains(above);
    }

    private Set<String> findAboveInJdk(String name) {
        Set<String> found = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(name));
        while (!waiting.isEmpty()) {
            String next = waiting.remove();
            if (found.add(next)) {
                waiting.addAll(supertypesInJdk(next));
            }
        }
        return found;
    }

    /** Names of the methods that code which is not the student's may call of an object of that class. */
    Set<String> calledFromOutside(String name) {
        Set<String> names = new HashSet<>(OF_EVERY_OBJECT);
        boolean known = true;
        for (ScannedClass own : ownLineage(name)) {
            for (String supertype : own.supertypes()) {
                if (own(supertype).isEmpty() && !supertype.startsWith(KERNELS)) {
                    names.addAll(methodsInJdk(supertype));
                    known &= supertype.startsWith(JDK);
                }
            }
        }
        if (!known) { // Nor is what that library calls.
            ownMethods(name).forEach(method -> names.add(method.name()));
        }
        return names;
    }

    private Set<String> supertypesInJdk(String name) {
        return jdk(name)
                .map(type -> {
                    Set<String> supertypes = Arrays.stream(type.getInterfaces())
                            .map(Class::getName)
                            .collect(Collectors.toSet());
                    Optional.ofNullable(type.getSuperclass())
                            .map(Class::getName)
                            .ifPresent(supertypes::add);
                    return supertypes;
                })
                .orElse(Set.of());
    }

    private Set<String> methodsInJdk(String name) {
        Set<String> names = new HashSet<>();
        for (Optional<Class<?>> at = jdk(name); at.isPresent(); at = superclass(at.get())) {
            Arrays.stream(at.get().getDeclaredMethods()).map(Method::getName).forEach(names::add);
            Arrays.stream(at.get().getMethods()).map(Method::getName).forEach(names::add);
        }
        return names;
    }

    /** @throws IllegalArgumentException if it was one too many */
    void step(int weight) {
        steps += weight;
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException("classes that take too long to follow");
        }
    }

    private static Optional<Class<?>> superclass(Class<?> type) {
        return Optional.ofNullable(type.getSuperclass());
    }

    /** Looked at, not initialised. */
    private Optional<Class<?>> jdk(String name) {
        step(STEPS_OF_A_JDK_CLASS);
        try {
            return name.startsWith(JDK)
                    ? Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()))
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
