package assay.core.intake;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.intake.FolderListing.Found;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A class's submissions: brings together what lies in the folder and what the teacher's lists say. */
public final class SubmissionFolder {
    private final IntakeRequest request;
    private final FolderListing listing;
    private final StudentTable submissions;
    private final StudentTable extensions;

    private SubmissionFolder(IntakeRequest request) {
        this.request = request;
        this.listing = FolderListing.of(request.folder());
        Path list = request.folder().resolve(FolderListing.SUBMISSIONS);
        this.submissions =
                Files.exists(list, LinkOption.NOFOLLOW_LINKS) ? StudentTable.submissions(list) : StudentTable.empty();
        this.extensions = request.extensions().map(StudentTable::extensions).orElseGet(StudentTable::empty);
    }

    /** Reads names and lists; the submissions themselves are read one by one, by {@link SubmissionEntry#read}. */
    public static FolderOpening open(IntakeRequest request) {
        return new SubmissionFolder(request).open();
    }

    public static FolderOpening open(Path folder) {
        return open(IntakeRequest.of(folder));
    }

    /** One folder or archive alone, named after its student; what lies around it is not looked at. */
    public static SubmissionEntry single(Path submission, IntakeLimits limits) {
        return single(submission, Optional.empty(), limits);
    }

    /** The same, handed in at that instant whatever its files say. */
    public static SubmissionEntry single(Path submission, Instant handedIn, IntakeLimits limits) {
        return single(submission, Optional.of(new HandIn(handedIn, Optional.empty(), List.of())), limits);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a component of the entry, handed on as it is
    private static SubmissionEntry single(Path submission, Optional<HandIn> listed, IntakeLimits limits) {
        Path named = submission.toAbsolutePath().normalize();
        Handed nothing = new Handed.Unusable(
                Shown.quoted(submission.toString()) + " is neither a folder nor an archive.", FileTimes.of(submission));
        Found found = FolderListing.found(named)
                .orElseGet(() -> new Found(String.valueOf(named.getFileName()), named.toString(), nothing));
        return new SubmissionEntry(found.student(), found.handed(), listed, Optional.empty(), limits);
    }

    private FolderOpening open() {
        List<String> problems = new ArrayList<>(listing.problems());
        problems.addAll(submissions.problems());
        problems.addAll(extensions.problems());
        List<SubmissionEntry> entries = entries();
        if (problems.isEmpty() && entries.isEmpty()) {
            problems.add(request.folder()
                    + " holds no submissions; there should be one folder or one archive for each student.");
        }
        if (!problems.isEmpty()) {
            return new FolderOpening.Invalid(problems);
        }
        List<Notice> warnings = new ArrayList<>(listing.warnings());
        warnings.addAll(unknownStudents(entries));
        return new FolderOpening.Opened(entries, warnings);
    }

    private List<SubmissionEntry> entries() {
        Map<String, List<Found>> byStudent = new TreeMap<>();
        for (Found found : listing.found()) {
            byStudent
                    .computeIfAbsent(StudentIds.key(found.student()), key -> new ArrayList<>())
                    .add(found);
        }
        submissions.byStudent().keySet().forEach(key -> byStudent.computeIfAbsent(key, absent -> new ArrayList<>()));
        return byStudent.entrySet().stream()
                .map(student -> entry(student.getKey(), student.getValue()))
                .sorted(Comparator.comparing(SubmissionEntry::student))
                .toList();
    }

    private SubmissionEntry entry(String key, List<Found> found) {
        List<StudentTable.Row> rows = submissions.rows(key);
        String student =
                found.isEmpty() ? rows.getFirst().student() : found.getFirst().student();
        Optional<HandIn> listed = rows.stream()
                .reduce((earlier, later) -> later)
                .flatMap(row -> row.submittedAt().map(at -> new HandIn(at, row.extension(), List.of())));
        Optional<Extension> granted = extensions.rows(key).stream().findFirst().flatMap(StudentTable.Row::extension);
        return new SubmissionEntry(student, handed(found, rows), listed, granted, request.limits());
    }

    /** What is claimed twice is graded to nobody: whoever of the two it is not would get a stranger's grade. */
    private Handed handed(List<Found> found, List<StudentTable.Row> rows) {
        Instant seen = found.stream()
                .map(one -> FileTimes.of(request.folder().resolve(one.name())))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        if (found.size() > 1) {
            List<String> names = found.stream().map(Found::name).toList();
            return new Handed.Unusable(
                    "These were handed in under one and the same student id, and none of them was graded: "
                            + Shown.few(names, names.size()) + ".",
                    seen);
        }
        if (rows.size() > 1) {
            String lines = rows.stream().map(row -> String.valueOf(row.line())).collect(Collectors.joining(" and "));
            return new Handed.Unusable(
                    "submissions.csv lists this student more than once, in lines " + lines
                            + ", so that nothing was graded.",
                    seen);
        }
        return found.isEmpty()
                ? new Handed.Unusable("Nothing was handed in.", seen)
                : found.getFirst().handed();
    }

    private List<Notice> unknownStudents(List<SubmissionEntry> entries) {
        List<String> known =
                entries.stream().map(entry -> StudentIds.key(entry.student())).toList();
        return extensions.byStudent().entrySet().stream()
                .filter(student -> !known.contains(student.getKey()))
                .map(student -> student.getValue().getFirst())
                .sorted(Comparator.comparingInt(StudentTable.Row::line))
                .map(row -> new Notice(row.at() + ": there is no student " + Shown.quoted(row.student())
                        + " in this class; the extension changed nothing."))
                .toList();
    }
}
