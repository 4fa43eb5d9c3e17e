package assay.sandbox.selfcheck;

import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.result.PartResult;
import assay.core.starter.PublicCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The public cases in a few lines. */
final class PublicScore {
    private PublicScore() {}

    static String summary(PublicCases cases, List<PartResult> parts) {
        int width = parts.stream().mapToInt(part -> part.title().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(cases.assignment().title());
        parts.forEach(part -> lines.add("  " + line(part, width)));
        Points earned = parts.stream().map(PartResult::earned).reduce(Points.ZERO, Points::plus);
        Points maximum = cases.assignment().points();
        lines.add("By the public cases alone: %s of %s %s.".formatted(earned, maximum, points(maximum)));
        if (cases.hidden() > 0) {
            lines.add("The server runs %d hidden cases as well.".formatted(cases.hidden()));
        }
        cases.onServer().forEach(title -> lines.add("Only the server runs this part: " + title + "."));
        return String.join(System.lineSeparator(), lines);
    }

    /** The word after a number of points. */
    static String points(Points points) {
        return points.value().compareTo(BigDecimal.ONE) == 0 ? "point" : "points";
    }

    private static String line(PartResult part, int width) {
        long accepted = part.cases().stream()
                .filter(result -> result.verdict() == Verdict.AC)
                .count();
        return "%s  %d of %d  %s"
                .formatted(
                        part.title() + " ".repeat(width - part.title().length()),
                        accepted,
                        part.cases().size(),
                        part.verdict().words());
    }
}
