package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.report.text.SpreadsheetCell;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A row a student, by student, as RFC 4180 (CRLF, UTF-8): student, earned points and verdict of each part, raw, days
 * late, penalty, final, verdict. The same gradings give the same bytes. Where a fault of ours (IE) stands, there are no
 * points: an LMS must not take a zero for a grade. Where a person grades a part, a last column tells the points that are
 * still open; until it is 0, the final points are those so far.
 */
public final class GradesCsv {
    private GradesCsv() {}

    public static byte[] bytes(Assignment assignment, Collection<Grading> gradings) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header(assignment));
            List<Grading> sorted = gradings.stream()
                    .sorted(Comparator.comparing(Grading::student))
                    .toList();
            for (Grading grading : sorted) {
                printer.printRecord(row(assignment, grading));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> header(Assignment assignment) {
        List<String> cells = new ArrayList<>();
        cells.add("student");
        for (Part part : assignment.parts()) {
            cells.add(SpreadsheetCell.visible(part.id()));
            cells.add(SpreadsheetCell.visible(part.id()) + " verdict");
        }
        cells.addAll(List.of("raw", "days late", "penalty", "final", "verdict"));
        if (hasTexts(assignment)) {
            cells.add("pending");
        }
        return cells;
    }

    private static List<String> row(Assignment assignment, Grading grading) {
        List<String> cells = new ArrayList<>();
        cells.add(SpreadsheetCell.visible(grading.student()));
        for (Part part : assignment.parts()) {
            Optional<PartResult> result = grading.parts().stream()
                    .filter(each -> each.id().equals(part.id()))
                    .findFirst();
            // A submission that could not be read or compiled has no parts: the verdict of the whole says why.
            Verdict verdict = result.map(PartResult::verdict).orElse(grading.verdict());
            cells.add(points(verdict, result.map(PartResult::earned).orElse(Points.ZERO)));
            cells.add(verdict.name());
        }
        cells.add(points(grading.verdict(), grading.score().raw()));
        cells.add(Long.toString(grading.lateness().days()));
        cells.add(points(grading.verdict(), grading.score().penalty()));
        cells.add(points(grading.verdict(), grading.score().total()));
        cells.add(grading.verdict().name());
        if (hasTexts(assignment)) {
            cells.add(points(grading.verdict(), grading.pending()));
        }
        return cells;
    }

    private static boolean hasTexts(Assignment assignment) {
        return assignment.parts().stream().anyMatch(Part.ManualPart.class::isInstance);
    }

    private static String points(Verdict verdict, Points points) {
        return verdict == Verdict.IE ? "" : points.toString();
    }
}
