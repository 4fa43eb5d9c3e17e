package assay.core.report.page;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.report.text.SafeText;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * A class in figures. Every rate is of all submissions that are graded: one that did not compile passed nothing, while
 * one in which something of ours broke says nothing of the class.
 */
final class ClassFigures {
    private static final int TEXT_CAP = 300;
    private static final int DECIMALS = 2;
    private static final int MISCONCEPTIONS = 12;

    private final Assignment assignment;
    private final List<Grading> all;
    /** Those that are graded. */
    private final List<Grading> gradings;

    ClassFigures(Assignment assignment, List<Grading> all) {
        this.assignment = assignment;
        this.all = all;
        this.gradings = all.stream().filter(Grading::graded).toList();
    }

    List<Fact> numbers() {
        DescriptiveStatistics totals = new DescriptiveStatistics();
        totals().forEach(total -> totals.addValue(total.doubleValue()));
        long full = gradings.stream()
                .filter(grading -> grading.score().total().compareTo(assignment.points()) >= 0)
                .count();
        long late = all.stream()
                .filter(grading -> !grading.lateness().lateBy().isZero())
                .count();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Mean", number(totals.getMean())),
                new Fact("Median", number(totals.getPercentile(50))),
                new Fact("Std. deviation", number(totals.getStandardDeviation())),
                new Fact("Lowest", number(totals.getMin())),
                new Fact("Highest", number(totals.getMax())),
                new Fact("Full points", Long.toString(full)),
                new Fact("Late", Long.toString(late))));
        if (gradings.size() < all.size()) {
            facts.add(new Fact("Not graded", Integer.toString(all.size() - gradings.size())));
        }
        return facts;
    }

    /** A dash where there is none, as the mean of nothing. */
    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private List<BigDecimal> totals() {
        return gradings.stream().map(grading -> grading.score().total().value()).toList();
    }

    Histogram histogram() {
        return Histogram.of(totals(), assignment.points().value());
    }

    List<ClassPage.PartRate> parts() {
        return assignment.parts().stream().map(this::part).toList();
    }

    private ClassPage.PartRate part(Part part) {
        List<PartResult> results = gradings.stream()
                .flatMap(grading -> result(grading, part).stream())
                .toList();
        int accepted = (int) results.stream()
                .filter(result -> result.verdict() == Verdict.AC)
                .count();
        Map<String, Integer> cases = new LinkedHashMap<>();
        for (PartResult result : results) {
            for (CaseResult each : result.cases()) {
                cases.merge(label(each), each.verdict() == Verdict.AC ? 1 : 0, Integer::sum);
            }
        }
        Points earned = results.stream().map(PartResult::earned).reduce(Points.ZERO, Points::plus);
        String mean = gradings.isEmpty()
                ? "–"
                : earned.value()
                        .divide(BigDecimal.valueOf(gradings.size()), DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
        return new ClassPage.PartRate(
                new Rate(SafeText.line(part.title(), TEXT_CAP), accepted, gradings.size()),
                "mean " + mean + " of " + part.points(),
                cases.entrySet().stream()
                        .map(entry ->
                                new Rate(SafeText.line(entry.getKey(), TEXT_CAP), entry.getValue(), gradings.size()))
                        .toList());
    }

    private static String label(CaseResult result) {
        return result.visibility() == Visibility.HIDDEN ? result.id() + " (hidden)" : result.id();
    }

    private static Optional<PartResult> result(Grading grading, Part part) {
        return grading.parts().stream()
                .filter(each -> each.id().equals(part.id()))
                .findFirst();
    }

    List<Rate> misconceptions() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Grading grading : gradings) {
            Set<String> own = new LinkedHashSet<>();
            for (PartResult part : grading.parts()) {
                part.cases().stream()
                        .map(CaseResult::misconception)
                        .filter(text -> !text.isEmpty())
                        .forEach(text -> own.add(part.title() + ": " + text));
            }
            own.forEach(text -> counts.merge(text, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MISCONCEPTIONS)
                .map(entry -> new Rate(SafeText.line(entry.getKey(), TEXT_CAP), entry.getValue(), gradings.size()))
                .toList();
    }

    /** What all gradings share; where they differ, every value, since such a class is not graded alike. */
    List<Fact> provenance() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Grading grading : all) {
            grading.provenance()
                    .entries()
                    .forEach((name, value) -> values.computeIfAbsent(name, ignored -> new TreeSet<>())
                            .add(value));
        }
        List<Fact> facts = new ArrayList<>();
        values.forEach((name, set) ->
                facts.add(new Fact(SafeText.line(name, TEXT_CAP), SafeText.line(String.join(" | ", set), TEXT_CAP))));
        return facts;
    }
}
