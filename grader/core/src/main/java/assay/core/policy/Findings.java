package assay.core.policy;

import assay.core.assignment.ForbiddenUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what is reached against the rules. */
final class Findings {
    /** Of one part: the first few tell all there is to tell. */
    private static final int MOST = 1000;

    /** To be held against each rule. */
    private static final int STEPS_OF_A_USE = 5;

    private final Map<String, ScannedClass> classes;
    private final Hierarchy hierarchy;
    private final List<ForbiddenUse> rules;

    Findings(Map<String, ScannedClass> classes, Hierarchy hierarchy, List<ForbiddenUse> rules) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.rules = rules;
    }

    /** In the order of the sources. */
    List<Finding> in(Reached reached) {
        List<Finding> found = new ArrayList<>();
        Set<String> mentioned = reached.isReflective() ? mentioned(reached) : Set.of();
        reached.classes().stream().flatMap(name -> hierarchy.own(name).stream()).forEach(own -> declared(own, found));
        for (ScannedMethod method : reached.methods()) {
            hierarchy.step(STEPS_OF_A_USE * method.uses().size());
            for (Use use : method.uses()) {
                if (found.size() < MOST) {
                    rule(use, mentioned).ifPresent(rule -> found.add(finding(method, use, rule)));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Finding::className).thenComparingInt(Finding::line))
                .toList();
    }

    private void declared(ScannedClass own, List<Finding> found) {
        List<String> names = new ArrayList<>(own.supertypes());
        names.addFirst(own.name());
        for (String name : names) {
            if (found.size() < MOST) {
                rules.stream()
                        .filter(rule -> rule.isClass(name))
                        .findFirst()
                        .ifPresent(rule -> found.add(new Finding(own.name(), "", own.source(), 0, name, rule)));
            }
        }
    }

    /** Classes that are named and texts: by which a member can be looked up. */
    private static Set<String> mentioned(Reached reached) {
        Set<String> mentioned = new HashSet<>();
        for (ScannedMethod method : reached.methods()) {
            for (Use use : method.uses()) {
                mentioned.add(use.owner());
            }
        }
        return mentioned;
    }

    /** @param mentioned empty where nothing is looked up by name */
    private Optional<ForbiddenUse> rule(Use use, Set<String> mentioned) {
        return rules.stream()
                .filter(rule -> switch (use.kind()) {
                    case NEW, TYPE -> rule.isClass(use.owner());
                    case CALL, FIELD -> isMember(rule, use);
                    case TEXT -> !mentioned.isEmpty() && isLookedUp(rule, use, mentioned);
                    case COMPUTED_NAME, COMPUTED_MEMBER -> false;
                })
                .findFirst();
    }

    private boolean isMember(ForbiddenUse rule, Use use) {
        if (rule.isClass(use.owner())) {
            return true;
        }
        return rule.member().equals(use.member()) && !isOwnMethod(use) && hierarchy.isA(use.owner(), rule.owner());
    }

    /** Of a student's class that happens to have a method of that name. */
    private boolean isOwnMethod(Use use) {
        String signature = use.member() + use.descriptor();
        return hierarchy.ownLineage(use.owner()).stream()
                .anyMatch(own -> own.bySignature().containsKey(signature));
    }

    private static boolean isLookedUp(ForbiddenUse rule, Use text, Set<String> mentioned) {
        return rule.member().isEmpty()
                ? rule.isClass(text.owner())
                : rule.member().equals(text.member()) && mentioned.contains(rule.owner());
    }

    private Finding finding(ScannedMethod method, Use use, ForbiddenUse rule) {
        String source = Optional.ofNullable(classes.get(method.owner()))
                .map(ScannedClass::source)
                .orElse("");
        String what = switch (use.kind()) {
            case CALL, FIELD -> use.member().startsWith("<") ? use.owner() : use.owner() + "." + use.member();
            case NEW, TYPE -> use.owner();
            case TEXT, COMPUTED_NAME, COMPUTED_MEMBER -> '"' + use.member() + '"';
        };
        return new Finding(method.owner(), method.shownName(), source, use.line(), what, rule);
    }
}
