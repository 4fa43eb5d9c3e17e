package assay.server.http;

import assay.core.report.text.Words;
import assay.server.page.RulesPage;
import assay.server.rule.CourseRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What each version of an assignment's rules changed. */
final class RuleHistory {
    /** A rule, and how it reads. */
    private record Rule(String name, Function<CourseRules, String> words) {}

    private final List<Rule> rules;
    private final ZoneId zone;

    /** @param zone in which times are told */
    RuleHistory(ZoneId zone) {
        this.zone = zone;
        this.rules = List.of(
                new Rule("attempts", one -> one.attempts().map(Object::toString).orElse("any number")),
                new Rule("between two attempts", one -> Words.duration(one.coolDown())),
                new Rule("counts", one -> switch (one.counting()) {
                    case BEST -> "the best";
                    case LAST -> "the last";
                }),
                new Rule(
                        "hidden cases shown",
                        one -> one.releaseAt()
                                .map(at -> "from " + Words.instant(at, zone))
                                .orElse(one.reveals().isPresent() ? "after the deadline" : "at once")),
                new Rule(
                        "shown before",
                        one -> one.reveals()
                                .map(most -> Words.plural(most, "submission", "submissions"))
                                .orElse("none")),
                new Rule("together", one -> Integer.toString(one.teamSize())),
                new Rule("graded on", one -> one.needs()));
    }

    /** @param versions the newest first */
    List<RulesPage.Version> lines(List<CourseRules> versions) {
        List<RulesPage.Version> lines = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            CourseRules one = versions.get(i);
            CourseRules before = i + 1 < versions.size()
                    ? versions.get(i + 1)
                    : CourseRules.open(one.course(), one.assignment(), one.setAt(), one.setBy());
            lines.add(new RulesPage.Version(
                    Integer.toString(one.version()),
                    PageText.brief(one.setAt(), zone),
                    PageText.line(one.setBy()),
                    changes(before, one)));
        }
        return lines;
    }

    private List<String> changes(CourseRules before, CourseRules after) {
        List<String> changes = rules.stream()
                .filter(rule -> !rule.words().apply(before).equals(rule.words().apply(after)))
                .map(rule -> rule.name() + ": " + rule.words().apply(before) + " → "
                        + rule.words().apply(after))
                .toList();
        return changes.isEmpty() ? List.of("nothing") : changes;
    }
}
