package assay.core.intake;

import assay.core.domain.Extension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The teacher's lists: {@code submissions.csv} and the file of extensions.
 *
 * @param byStudent rows by {@link StudentIds#key}, in the order of the file
 */
record StudentTable(Map<String, List<Row>> byStudent, List<String> problems) {
    private static final String STUDENT = "student";
    private static final String SUBMITTED_AT = "submitted_at";
    private static final String EXTENSION = "extension";

    /**
     * @param at names file and line
     * @param submittedAt empty in a file of extensions
     */
    record Row(String at, int line, String student, Optional<Instant> submittedAt, Optional<Extension> extension) {}

    StudentTable {
        byStudent = Map.copyOf(byStudent);
        problems = List.copyOf(problems);
    }

    static StudentTable empty() {
        return new StudentTable(Map.of(), List.of());
    }

    /** Reads {@code student,submitted_at[,extension]}. Two rows for one student stay two. */
    static StudentTable submissions(Path file) {
        return submissions(CsvTable.read(file, Set.of(STUDENT, SUBMITTED_AT)));
    }

    static StudentTable submissions(CsvTable table) {
        return new Reader(table, true).read();
    }

    /** Reads {@code student,extension}; here two rows for one student are a problem, and so is an empty extension. */
    static StudentTable extensions(Path file) {
        return new Reader(CsvTable.read(file, Set.of(STUDENT, EXTENSION)), false).read();
    }

    List<Row> rows(String student) {
        return byStudent.getOrDefault(StudentIds.key(student), List.of());
    }

    private static final class Reader {
        private final CsvTable table;
        private final boolean submissions;
        private final List<String> problems;
        private final Map<String, List<Row>> byStudent = new TreeMap<>();

        Reader(CsvTable table, boolean submissions) {
            this.table = table;
            this.submissions = submissions;
            this.problems = new ArrayList<>(table.problems());
        }

        StudentTable read() {
            for (CsvTable.Row row : table.rows()) {
                add(row);
            }
            return new StudentTable(byStudent, problems);
        }

        private void add(CsvTable.Row csv) {
            String student = StudentIds.normalised(csv.cell(STUDENT));
            if (student.isEmpty()) {
                problems.add(csv.at() + ", column " + STUDENT + ": is empty.");
                return;
            }
            Optional<Instant> at = submissions
                    ? value(csv, SUBMITTED_AT, TimeParser.instant(csv.cell(SUBMITTED_AT)))
                    : Optional.empty();
            Optional<Extension> extension = submissions && csv.cell(EXTENSION).isEmpty()
                    ? Optional.empty()
                    : value(csv, EXTENSION, TimeParser.extension(csv.cell(EXTENSION)));
            List<Row> rows = byStudent.computeIfAbsent(StudentIds.key(student), key -> new ArrayList<>());
            if (!submissions && !rows.isEmpty()) {
                problems.add("%s: %s has an extension already, in line %d."
                        .formatted(
                                csv.at(), Shown.quoted(student), rows.getFirst().line()));
            }
            rows.add(new Row(csv.at(), csv.line(), student, at, extension));
        }

        private <T> Optional<T> value(CsvTable.Row csv, String column, Parsed<T> parsed) {
            return switch (parsed) {
                case Parsed.Value<T>(T value) -> Optional.of(value);
                case Parsed.Bad<T>(String why) -> {
                    problems.add(csv.at() + ", column " + column + ": " + why + ".");
                    yield Optional.empty();
                }
            };
        }
    }
}
