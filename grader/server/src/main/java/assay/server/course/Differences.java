package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.server.rule.Counting;
import assay.server.store.GradingState;
import assay.server.store.Regrade;
import assay.server.store.Regrades;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a regrade would change, or has changed: who goes up, who down, and by which case. */
public final class Differences {
    /** Records are large; of so many that change the cases are told, and who changes of all. */
    private static final int READ = 1000;

    private final ShownResults results;

    public Differences(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    /**
     * The difference over the class.
     *
     * @param progress how many of its gradings are where
     * @param lines whoever's points change: from who gains most to who loses most
     * @param same how many people's points do not
     */
    public record Difference(Regrade regrade, Map<GradingState, Long> progress, List<Line> lines, int same) {
        public Difference {
            requireNonNull(regrade, "regrade is null");
            progress = Map.copyOf(progress);
            lines = List.copyOf(lines);
        }

        public long count(GradingState... states) {
            long count = 0;
            for (GradingState state : states) {
                count += progress.getOrDefault(state, 0L);
            }
            return count;
        }
    }

    /**
     * Somebody whose points change.
     *
     * @param before empty where nothing counted
     * @param overridden whether a teacher set the grade by hand, so that nothing changes after all
     * @param cases whose verdict is another
     */
    public record Line(
            String person, Optional<Points> before, Points after, boolean overridden, List<CaseChange> cases) {
        public Line {
            requireNonNull(person, "person is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
            cases = List.copyOf(cases);
        }

        public boolean up() {
            return after.compareTo(before.orElse(Points.ZERO)) > 0;
        }
    }

    /** One case; empty on the side where there is no such case. */
    public record CaseChange(String part, String id, Optional<Verdict> before, Optional<Verdict> after) {
        public CaseChange {
            requireNonNull(part, "part is null");
            requireNonNull(id, "id is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }

    public Difference of(Tx tx, Regrade regrade) {
        Counting counting = Regrading.counting(tx, regrade);
        Map<String, Regrades.Sides> sides = tx.regrades().sides(regrade);
        List<Map.Entry<String, Regrades.Sides>> changed = sides.entrySet().stream()
                .filter(one -> change(counting, one.getValue()) != 0)
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Regrades.Sides> one) -> gain(counting, one.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, Regrades.Sides> one : changed) {
            lines.add(line(tx, regrade, counting, one.getKey(), one.getValue(), lines.size() < READ));
        }
        return new Difference(regrade, tx.regrades().progress(regrade.id()), lines, sides.size() - changed.size());
    }

    /** Above zero where somebody gains. */
    static int change(Counting counting, Regrades.Sides sides) {
        return gain(counting, sides).signum();
    }

    private static BigDecimal gain(Counting counting, Regrades.Sides sides) {
        return points(counting.choose(sides.after().values()))
                .value()
                .subtract(points(counting.choose(sides.before().values())).value());
    }

    private static Points points(Optional<Counting.Candidate> candidate) {
        return candidate.map(Counting.Candidate::total).orElse(Points.ZERO);
    }

    private Line line(
            Tx tx, Regrade regrade, Counting counting, String person, Regrades.Sides sides, boolean withCases) {
        Optional<Counting.Candidate> before = counting.choose(sides.before().values());
        Optional<Counting.Candidate> after = counting.choose(sides.after().values());
        return new Line(
                person,
                before.map(Counting.Candidate::total),
                points(after),
                tx.grades()
                        .override(regrade.course(), regrade.assignment(), person)
                        .isPresent(),
                withCases ? cases(verdicts(tx, before), verdicts(tx, after)) : List.of());
    }

    private record CaseOf(String part, String id) {}

    private Map<CaseOf, Verdict> verdicts(Tx tx, Optional<Counting.Candidate> candidate) {
        Map<CaseOf, Verdict> verdicts = new LinkedHashMap<>();
        candidate
                .flatMap(one -> tx.gradings().find(one.grading()))
                .flatMap(grading -> results.whole(tx, grading))
                .map(ShownResults.Shown::grading)
                .map(Grading::parts)
                .orElse(List.of())
                .forEach(part -> part.cases().forEach(one -> verdicts.put(key(part, one), one.verdict())));
        return verdicts;
    }

    private static CaseOf key(PartResult part, CaseResult one) {
        return new CaseOf(part.id(), one.id());
    }

    private static List<CaseChange> cases(Map<CaseOf, Verdict> before, Map<CaseOf, Verdict> after) {
        Map<CaseOf, Verdict> all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .map(one -> new CaseChange(
                        one.part(),
                        one.id(),
                        Optional.ofNullable(before.get(one)),
                        Optional.ofNullable(after.get(one))))
                .filter(one -> !one.before().equals(one.after()))
                .toList();
    }
}
