package assay.core.manual;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.RubricItem;
import assay.core.desk.ManualText;
import assay.core.domain.Digests;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.intake.CsvTable;
import assay.core.manual.Marks.Key;
import assay.core.manual.Marks.Mark;
import assay.core.report.text.SpreadsheetCell;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Marks as a table for a spreadsheet (RFC 4180, UTF-8): a row for each student and rubric item, with the text. A person
 * fills in points and comment; an item without points is still pending.
 */
public final class MarksCsv {
    private static final List<String> HEADER =
            List.of("student", "part", "item", "about", "maximum", "points", "comment", "version", "text");
    private static final Set<String> REQUIRED = Set.of("student", "part", "item", "points");
    private static final Pattern POINTS = Pattern.compile("[0-9]{1,7}(?:[.,][0-9]{1,6})?");
    private static final int VERSION_DIGITS = 12;

    private final Assignment assignment;

    public MarksCsv(Assignment assignment) {
        this.assignment = requireNonNull(assignment, "assignment is null");
    }

    /** What came of reading a table. */
    public sealed interface Reading {
        record Read(Marks marks) implements Reading {
            public Read {
                requireNonNull(marks, "marks is null");
            }
        }

        /** @param problems all of them, each naming file and line */
        record Invalid(List<String> problems) implements Reading {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Tells one text from another; begins with a letter, lest a spreadsheet take it for a number. */
    public static String version(String text) {
        return "v" + Digests.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_DIGITS);
    }

    /**
     * The table of all texts that were handed in, with the marks that there are.
     *
     * @param gradings whole ones, with their texts
     */
    public byte[] write(Collection<Grading> gradings, Marks marks) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(HEADER);
            List<Grading> sorted = gradings.stream()
                    .sorted(Comparator.comparing(Grading::student))
                    .toList();
            for (Grading grading : sorted) {
                for (List<String> row : rows(grading, marks)) {
                    printer.printRecord(
                            row.stream().map(SpreadsheetCell::neutral).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Marks from a file; what is wrong in it is told with its line, and nothing of it is taken. */
    public Reading read(Path file) {
        CsvTable table = CsvTable.read(file, REQUIRED);
        List<String> problems = new ArrayList<>(table.problems());
        Map<Key, Mark> marks = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String points = row.cell("points");
            Key key = new Key(SpreadsheetCell.plain(row.cell("student")), row.cell("part"), row.cell("item"));
            Optional<RubricItem> item = parts().filter(part -> part.id().equals(key.part()))
                    .flatMap(part -> part.rubric().stream())
                    .filter(each -> each.id().equals(key.item()))
                    .findFirst();
            Optional<String> problem = problem(key, item, points);
            problem.ifPresent(what -> problems.add(row.at() + ": " + what));
            if (problem.isEmpty() && !points.isEmpty()) {
                Mark mark = new Mark(number(points), SpreadsheetCell.plain(row.cell("comment")), row.cell("version"));
                if (marks.putIfAbsent(key, mark) != null) {
                    problems.add(row.at() + ": this student's item '" + key.item() + "' stands here a second time.");
                }
            }
        }
        return problems.isEmpty() ? new Reading.Read(new Marks(marks)) : new Reading.Invalid(problems);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the item, if the assignment has it
    private static Optional<String> problem(Key key, Optional<RubricItem> item, String points) {
        if (key.student().isEmpty()) {
            return Optional.of("the student is missing.");
        }
        if (item.isEmpty()) {
            return Optional.of(
                    "the assignment has no rubric item '" + key.item() + "' in a part '" + key.part() + "'.");
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        if (!POINTS.matcher(points).matches()) {
            return Optional.of("points must be a number such as 0.5, but is '" + points + "'.");
        }
        return number(points).compareTo(item.get().points()) > 0
                ? Optional.of("points must be at most " + item.get().points() + ", but is " + points + ".")
                : Optional.empty();
    }

    private Stream<ManualPart> parts() {
        return assignment.parts().stream().filter(ManualPart.class::isInstance).map(ManualPart.class::cast);
    }

    private List<List<String>> rows(Grading grading, Marks marks) {
        List<List<String>> rows = new ArrayList<>();
        for (ManualPart part : parts().toList()) {
            Optional<PartResult> result = grading.parts().stream()
                    .filter(each -> each.id().equals(part.id()))
                    .findFirst();
            Optional<String> text = result.flatMap(MarksCsv::text);
            for (RubricItem item : part.rubric()) {
                Optional<Mark> mark = marks.of(grading.student(), part.id(), item.id());
                if (text.isEmpty() && mark.isEmpty()) {
                    continue;
                }
                rows.add(List.of(
                        grading.student(),
                        part.id(),
                        item.id(),
                        item.about(),
                        item.points().toString(),
                        mark.map(given -> given.points().toString()).orElse(""),
                        mark.map(Mark::comment).orElse(""),
                        mark.map(Mark::version)
                                .orElseGet(() -> text.map(MarksCsv::version).orElse("")),
                        text.filter(_ -> item.equals(part.rubric().getFirst()))
                                .map(SpreadsheetCell::visible)
                                .orElse("")));
            }
        }
        return rows;
    }

    /** The text that a part's result carries; empty where none was handed in. */
    public static Optional<String> text(PartResult result) {
        return result.cases().stream()
                .filter(each -> each.id().equals(ManualText.TEXT))
                .filter(each -> each.verdict() != Verdict.SK)
                .map(CaseResult::printed)
                .findFirst();
    }

    /** As a spreadsheet may write it. */
    private static Points number(String points) {
        return new Points(new BigDecimal(points.replace(',', '.')));
    }
}
