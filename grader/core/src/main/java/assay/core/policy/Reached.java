package assay.core.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that may run when one of a student's methods is called: never too few, seldom too many. A call may mean
 * each method of that name and form in a class of which an object was made. Where anything is looked up by name, all of
 * the submission may run.
 */
final class Reached {
    private static final String CONSTRUCTOR = "<init>";
    private static final String INITIALISER = "<clinit>";

    private final Map<String, ScannedClass> classes;
    private final Hierarchy hierarchy;
    private final Set<ScannedMethod> methods = new LinkedHashSet<>();
    private final Deque<ScannedMethod> waiting = new ArrayDeque<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, Set<ScannedMethod>> callable = new HashMap<>();
    private boolean reflective;

    private Reached(Map<String, ScannedClass> classes, Hierarchy hierarchy) {
        this.classes = classes;
        this.hierarchy = hierarchy;
    }

    /** From an object of that class being made and that method of it called. */
    static Reached from(
            Map<String, ScannedClass> classes,
            Hierarchy hierarchy,
            String className,
            String method,
            String descriptor) {
        if (!classes.containsKey(className)) {
            return everything(classes, hierarchy);
        }
        Reached reached = new Reached(classes, hierarchy);
        reached.make(className);
        reached.call(className, CONSTRUCTOR, "()V");
        reached.call(className, method, descriptor);
        return reached.complete();
    }

    /** From objects of those classes being made and any of their methods called. */
    static Reached from(Map<String, ScannedClass> classes, Hierarchy hierarchy, Collection<String> classNames) {
        Reached reached = new Reached(classes, hierarchy);
        classNames.forEach(name -> {
            reached.make(name);
            reached.hierarchy.ownMethods(name).forEach(reached::reach);
        });
        return reached.complete();
    }

    static Reached everything(Map<String, ScannedClass> classes, Hierarchy hierarchy) {
        Reached reached = new Reached(classes, hierarchy);
        reached.reachAll();
        return reached.complete();
    }

    Set<ScannedMethod> methods() {
        return methods;
    }

    /** The student's classes that are needed. */
    Set<String> classes() {
        return named;
    }

    /** Whether something is looked up by name. */
    boolean isReflective() {
        return reflective;
    }

    private Reached complete() {
        while (!waiting.isEmpty()) {
            waiting.remove().uses().forEach(this::follow);
        }
        return this;
    }

    private void follow(Use use) {
        switch (use.kind()) {
            case CALL -> {
                if (!reflective && Reflection.isUsedBy(use, above -> hierarchy.isA(use.owner(), above))) {
                    reflective = true;
                    reachAll();
                }
                call(use.owner(), use.member(), use.descriptor());
            }
            case NEW -> make(use.owner());
            // Naming a class runs nothing, but whoever has it can have it initialised: EnumSet.allOf(Choice.class).
            case FIELD, TYPE -> name(use.owner());
            case TEXT, COMPUTED_NAME, COMPUTED_MEMBER -> {
                // Counts where something is looked up, and there all is reached.
            }
        }
    }

    private void call(String owner, String method, String descriptor) {
        name(owner);
        String signature = method + descriptor;
        // A constructor is never inherited, and each calls the next one above by itself.
        Stream<ScannedClass> owners =
                method.equals(CONSTRUCTOR) ? hierarchy.own(owner).stream() : hierarchy.ownLineage(owner).stream();
        owners.flatMap(own -> Optional.ofNullable(own.bySignature().get(signature)).stream())
                .forEach(this::reach);
        if (!method.equals(CONSTRUCTOR) && called.add(signature)) {
            callable.getOrDefault(signature, Set.of()).forEach(this::reach);
        }
    }

    /** An object of that class may be called by whoever knows one of its methods, and by the JDK. */
    private void make(String type) {
        name(type);
        if (hierarchy.own(type).isEmpty() || !made.add(type)) {
            return;
        }
        Set<String> fromOutside = hierarchy.calledFromOutside(type);
        hierarchy.ownMethods(type).stream().filter(method -> !method.isFixed()).forEach(method -> {
            if (called.contains(method.signature()) || fromOutside.contains(method.name())) {
                reach(method);
            } else {
                callable.computeIfAbsent(method.signature(), _ -> new LinkedHashSet<>())
                        .add(method);
            }
        });
    }

    /** Its static initialiser may run, and those above it. */
    private void name(String type) {
        Deque<String> unnamed = new ArrayDeque<>(Set.of(type));
        while (!unnamed.isEmpty()) {
            hierarchy.own(unnamed.remove()).filter(own -> named.add(own.name())).ifPresent(own -> {
                own.methods().stream()
                        .filter(method -> method.name().equals(INITIALISER))
                        .forEach(this::reach);
                unnamed.addAll(own.supertypes());
            });
        }
    }

    private void reach(ScannedMethod method) {
        if (methods.add(method)) {
            waiting.add(method);
        }
    }

    private void reachAll() {
        named.addAll(classes.keySet());
        classes.values().stream().flatMap(own -> own.methods().stream()).forEach(this::reach);
    }
}
