package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.report.page.Badge;
import assay.core.report.text.Words;
import assay.server.course.Differences;
import assay.server.course.ShownResults;
import assay.server.page.Link;
import assay.server.page.RegradePage;
import assay.server.store.GradingState;
import assay.server.store.Member;
import assay.server.store.Regrade;
import assay.server.store.RegradeState;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the page of one regrade together: who goes up, who down, by which case, and what may be decided. */
final class RegradeView {
    private final ShownResults results;

    RegradeView(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    RegradePage page(Tx tx, Call call, Regrade regrade) {
        Differences.Difference difference = new Differences(results).of(tx, regrade);
        Map<String, String> names =
                tx.people().members(call.course()).stream().collect(Collectors.toMap(Member::person, Member::name));
        long up = difference.lines().stream().filter(Differences.Line::up).count();
        return new RegradePage(
                PageText.frame("Regrade by version " + regrade.version(), call.who()),
                new Link("All regrades", RegradePages.address(call)),
                RegradePages.address(call) + "/" + regrade.id(),
                standing(difference),
                up + " up, " + (difference.lines().size() - up) + " down, " + difference.same() + " the same.",
                actions(call, difference),
                difference.lines().stream().map(line -> line(call, line, names)).toList(),
                cases(difference));
    }

    private static String standing(Differences.Difference difference) {
        long open = difference.count(GradingState.WAITING, GradingState.RUNNING);
        long broken = difference.count(GradingState.SET_ASIDE);
        String decided = switch (difference.regrade().state()) {
            case PROPOSED -> "It ";
            case APPLIED, APPLIED_UPWARDS, DROPPED -> "It was ";
        };
        return decided + words(difference.regrade().state()) + ". " + difference.count(GradingState.GRADED) + " graded"
                + (open == 0 ? "" : ", " + open + " still to do")
                + (broken == 0 ? "" : ", " + broken + " set aside through a fault of ours, whose old result stays")
                + ". Reason: " + PageText.line(difference.regrade().reason());
    }

    private static List<Link> actions(Call call, Differences.Difference difference) {
        if (!call.instructs()) {
            return List.of();
        }
        Link drop = new Link("Drop it", "drop");
        return switch (difference.regrade().state()) {
            case PROPOSED ->
                difference.count(GradingState.WAITING, GradingState.RUNNING) == 0
                        ? List.of(new Link("Apply to all", "apply"), new Link("Apply only upwards", "up"), drop)
                        : List.of(drop);
            case APPLIED, APPLIED_UPWARDS -> List.of(new Link("Undo", "undo"));
            case DROPPED -> List.of();
        };
    }

    private static RegradePage.Line line(Call call, Differences.Line line, Map<String, String> names) {
        BigDecimal before = line.before().map(Points::value).orElse(BigDecimal.ZERO);
        BigDecimal change = line.after().value().subtract(before);
        return new RegradePage.Line(
                new Link(
                        PageText.line(names.getOrDefault(line.person(), line.person())),
                        PageText.address(call.course(), call.assignment()) + "/students/"
                                + PageText.segment(line.person())),
                line.before().map(Points::toString).orElse("–"),
                line.after().toString(),
                (line.up() ? "+" : "−")
                        + change.abs().stripTrailingZeros().toPlainString()
                        + (line.overridden() ? ", but set by hand" : ""),
                line.up(),
                line.cases().stream()
                        .map(one -> new RegradePage.CaseLine(
                                name(one),
                                one.before().map(Badge::of),
                                one.after().map(Badge::of)))
                        .toList());
    }

    private static String name(Differences.CaseChange change) {
        return PageText.line(change.part() + " " + change.id());
    }

    private static List<RegradePage.CaseCount> cases(Differences.Difference difference) {
        Map<String, Long> counts = difference.lines().stream()
                .flatMap(line -> line.cases().stream())
                .collect(Collectors.groupingBy(
                        one -> name(one) + "\n" + one.before().map(Enum::name).orElse("none") + " → "
                                + one.after().map(Enum::name).orElse("none"),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> {
                    int line = one.getKey().indexOf('\n');
                    return new RegradePage.CaseCount(
                            one.getKey().substring(0, line),
                            one.getKey().substring(line + 1),
                            Words.count(one.getValue()));
                })
                .toList();
    }

    static String words(RegradeState state) {
        return switch (state) {
            case PROPOSED -> "waits for a decision";
            case APPLIED -> "applied";
            case APPLIED_UPWARDS -> "applied upwards only";
            case DROPPED -> "dropped";
        };
    }
}
