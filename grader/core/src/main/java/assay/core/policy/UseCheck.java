package assay.core.policy;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.ForbiddenUse;
import assay.core.domain.Notice;
import assay.core.port.Classes;
import assay.core.port.Implementation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether one submission uses what its assignment forbids. Only the parts pay whose kernel reaches the forbidden use
 * through the student's own code; what lies elsewhere is noted. Used by one thread.
 */
public final class UseCheck {
    private static final int MOST_SHOWN = 3;

    private final Map<String, ScannedClass> classes;
    private final Hierarchy hierarchy;
    private final Findings findings;

    /** In all of the submission, whether any part needs it or not. */
    private final List<Finding> all;

    private final Map<Implementation, List<Finding>> asked = new HashMap<>();
    private final Set<Finding> blamed = new HashSet<>();

    private UseCheck(Map<String, ScannedClass> classes, List<ForbiddenUse> rules) {
        this.classes = classes;
        this.hierarchy = new Hierarchy(classes);
        this.findings = new Findings(classes, hierarchy, rules);
        this.all = findings.in(Reached.everything(classes, hierarchy));
    }

    /** What reading the class files of a submission gave. */
    public sealed interface Reading {
        /** They can be asked about. */
        record Read(UseCheck check) implements Reading {}

        /**
         * One is not what a compiler writes, or takes too long to follow: nobody's honest work.
         *
         * @param why a sentence to the student
         */
        record Unreadable(String why) implements Reading {}
    }

    /** Reads the classes; whatever they hold, the answer is a value. */
    public static Reading of(Classes compiled, List<ForbiddenUse> rules) {
        requireNonNull(compiled, "compiled is null");
        return switch (ClassScanner.scan(compiled)) {
            case Scan.Unreadable(String why) -> new Reading.Unreadable(why);
            case Scan.Read(Map<String, ScannedClass> classes) -> {
                try {
                    yield new Reading.Read(new UseCheck(classes, List.copyOf(rules)));
                } catch (IllegalArgumentException e) {
                    yield new Reading.Unreadable(tooMuch(e));
                }
            }
        };
    }

    /** Why that implementation must not be run, to the student; empty if it may. */
    public Optional<String> violation(Implementation implementation) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        try {
            return blame(asked.computeIfAbsent(implementation, this::find));
        } catch (IllegalArgumentException e) {
            return Optional.of(tooMuch(e));
        }
    }

    /**
     * Why nothing may be run that stands behind an interface other than a kernel's; empty if it may.
     *
     * @param contract by its name
     */
    public Optional<String> violationBehind(String contract) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> behind = classes.keySet().stream()
                    .filter(name -> hierarchy.isA(name, contract))
                    .toList();
            return blame(findings.in(Reached.from(classes, hierarchy, behind)));
        } catch (IllegalArgumentException e) {
            return Optional.of(tooMuch(e));
        }
    }

    /** Why nothing of it may be run where it is not known what will be; empty if all may. */
    public Optional<String> violationAnywhere() {
        return blame(all);
    }

    /** All that was found, for who reads no messages of cases, and what this check cannot see. */
    public List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        Map<Boolean, List<Finding>> found = all.stream().collect(Collectors.partitioningBy(blamed::contains));
        note(found.getOrDefault(true, List.of()), "The parts that need it were not run.", notices);
        note(found.getOrDefault(false, List.of()), "No part that was graded needs it, so it costs nothing.", notices);
        computed(Use.Kind.COMPUTED_NAME, "a class", notices);
        computed(Use.Kind.COMPUTED_MEMBER, "a method or field", notices);
        return notices;
    }

    private void computed(Use.Kind kind, String what, List<Notice> notices) {
        classes.values().stream()
                .flatMap(own -> own.methods().stream())
                .filter(method -> method.uses().stream().anyMatch(use -> use.kind() == kind))
                .findFirst()
                .ifPresent(method -> notices.add(new Notice(Finding.place(method) + " looks up " + what
                        + " by a name that is not written down: what it uses cannot be told by reading, so a person"
                        + " should look.")));
    }

    private static void note(List<Finding> found, String consequence, List<Notice> notices) {
        if (!found.isEmpty()) {
            notices.add(new Notice(shown(found) + ", which the assignment forbids. " + consequence));
        }
    }

    private List<Finding> find(Implementation implementation) {
        Method method = implementation.kernel().method();
        String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString();
        return findings.in(Reached.from(classes, hierarchy, implementation.className(), method.getName(), descriptor));
    }

    private Optional<String> blame(List<Finding> found) {
        blamed.addAll(found);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("Not run: " + shown(found) + ", which is "
                        + found.getFirst().rule().reason() + ". This assignment does not allow that.");
    }

    private static String shown(List<Finding> found) {
        List<String> texts = found.stream().map(Finding::text).distinct().toList();
        String first = texts.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "));
        return texts.size() > MOST_SHOWN ? first + "; and more of the kind" : first;
    }

    private static String tooMuch(IllegalArgumentException problem) {
        return "The submission cannot be looked through: it has " + problem.getMessage() + ".";
    }
}
