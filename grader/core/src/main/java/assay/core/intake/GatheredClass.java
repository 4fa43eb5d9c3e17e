package assay.core.intake;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.intake.FolderOpening.Opened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings together what a system's download holds of a class, and what the teacher's lists say. */
public final class GatheredClass {
    private final IntakeRequest request;
    private final List<Gathered> gathered;
    private final StudentTable submissions;
    private final StudentTable extensions;
    /** To which student a name in a list belongs; without the names that two of them share. */
    private final Map<String, Gathered> byKey = new HashMap<>();

    private GatheredClass(IntakeRequest request, List<Gathered> gathered) {
        this.request = request;
        this.gathered = apart(gathered);
        Path list = request.folder().resolve(FolderListing.SUBMISSIONS);
        this.submissions = Files.isDirectory(request.folder()) && Files.exists(list)
                ? StudentTable.submissions(list)
                : StudentTable.empty();
        this.extensions = request.extensions().map(StudentTable::extensions).orElseGet(StudentTable::empty);
        Set<String> shared = new HashSet<>();
        this.gathered.forEach(one -> one.aliases().forEach(alias -> claim(StudentIds.key(alias), one, shared)));
        shared.forEach(byKey::remove);
        this.gathered.forEach(one -> byKey.put(StudentIds.key(one.student()), one));
    }

    /** What is claimed twice is graded to nobody: whoever of the two it is not would get a stranger's grade. */
    private static List<Gathered> apart(List<Gathered> gathered) {
        Map<String, List<Gathered>> byStudent = gathered.stream()
                .collect(Collectors.groupingBy(
                        one -> StudentIds.key(one.student()), LinkedHashMap::new, Collectors.toList()));
        return byStudent.values().stream()
                .map(same -> same.size() == 1 ? same.getFirst() : contested(same))
                .toList();
    }

    private static Gathered contested(List<Gathered> same) {
        Gathered first = same.getFirst();
        return new Gathered(
                first.student(),
                first.aliases(),
                List.of(),
                first.handedIn(),
                first.notices(),
                Optional.of("There are " + same.size()
                        + " submissions under one and the same student id, and none of them was graded."));
    }

    private void claim(String key, Gathered one, Set<String> shared) {
        Gathered other = byKey.putIfAbsent(key, one);
        if (other != null && !other.equals(one)) {
            shared.add(key);
        }
    }

    /**
     * The entries, ordered by student.
     *
     * @param request its folder may be a zip; {@code submissions.csv} is read where it is a folder
     * @param warnings to the teacher, of the download itself
     */
    public static FolderOpening open(IntakeRequest request, List<Gathered> gathered, List<Notice> warnings) {
        return new GatheredClass(request, gathered).open(warnings);
    }

    private FolderOpening open(List<Notice> warnings) {
        List<String> problems = new ArrayList<>(submissions.problems());
        problems.addAll(extensions.problems());
        if (problems.isEmpty() && gathered.isEmpty()) {
            problems.add(request.folder() + " holds no submissions.");
        }
        if (!problems.isEmpty()) {
            return new FolderOpening.Invalid(problems);
        }
        List<Notice> all = new ArrayList<>(warnings);
        all.addAll(unknown(submissions, "the row"));
        all.addAll(unknown(extensions, "the extension"));
        return new Opened(
                gathered.stream()
                        .map(this::entry)
                        .sorted(Comparator.comparing(SubmissionEntry::student))
                        .toList(),
                all);
    }

    private SubmissionEntry entry(Gathered one) {
        List<StudentTable.Row> rows = rows(submissions, one);
        HandIn own = new HandIn(one.handedIn(), Optional.empty(), one.notices());
        HandIn listed = rows.stream()
                .reduce((earlier, later) -> later)
                .flatMap(row -> row.submittedAt().map(at -> new HandIn(at, row.extension(), List.of())))
                .orElse(own);
        Optional<Extension> granted = rows(extensions, one).stream().findFirst().flatMap(StudentTable.Row::extension);
        return new SubmissionEntry(one.student(), handed(one, rows), Optional.of(listed), granted, request.limits());
    }

    private static Handed handed(Gathered one, List<StudentTable.Row> rows) {
        Instant seen = one.handedIn();
        if (one.unusable().isPresent()) {
            return new Handed.Unusable(one.unusable().get(), seen);
        }
        if (rows.size() > 1) {
            return new Handed.Unusable(
                    "submissions.csv lists this student more than once, so that nothing was graded.", seen);
        }
        return new Handed.Pieces(one.files());
    }

    private List<StudentTable.Row> rows(StudentTable table, Gathered one) {
        return table.byStudent().entrySet().stream()
                .filter(entry -> one.equals(byKey.get(entry.getKey())))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparingInt(StudentTable.Row::line))
                .toList();
    }

    private List<Notice> unknown(StudentTable table, String what) {
        return table.byStudent().entrySet().stream()
                .filter(student -> !byKey.containsKey(student.getKey()))
                .map(student -> student.getValue().getFirst())
                .sorted(Comparator.comparingInt(StudentTable.Row::line))
                .map(row -> new Notice(row.at() + ": there is no one student " + Shown.quoted(row.student())
                        + " in this class; " + what + " changed nothing."))
                .toList();
    }
}
