package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.result.Grading;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes the results of one assignment into a folder, each file whole or not at all, and reads them back:
 *
 * <pre>
 * grades.csv                for a spreadsheet or an LMS
 * index.html                the class, for its teachers
 * manual.csv                what persons decided about texts, where there are such
 * full/STUDENT.json         the whole record, for teachers and for grading on where a run was stopped; the folder is
 *                           readable by its owner alone
 * results/STUDENT.html      to hand to the student, as are all that follow
 * results/STUDENT.json      the same in the form of full/, less what the student may not see
 * junit/STUDENT.xml
 * gradescope/STUDENT.json
 * </pre>
 *
 * <p>The same gradings give the same bytes. Safe for use by several threads, one a student.
 */
public final class ReportWriter {
    private static final String FULL = "full";
    private static final String RESULTS = "results";

    private final Path directory;
    private final Assignment assignment;
    private final UnaryOperator<String> fileNames;
    private final HtmlReport html;
    private final List<StudentFile> studentFiles;

    /**
     * @param directory is made where it is not there
     * @param fileNames a student's id to a name that is a safe file name and no other student's
     */
    public ReportWriter(Path directory, Assignment assignment, UnaryOperator<String> fileNames) {
        this.directory = requireNonNull(directory, "directory is null");
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.fileNames = requireNonNull(fileNames, "fileNames is null");
        this.html = new HtmlReport();
        this.studentFiles = List.of(
                new StudentFile(RESULTS, ".json", GradingJson::bytes),
                new StudentFile(RESULTS, ".html", grading -> html.student(assignment, grading)),
                new StudentFile("junit", ".xml", JunitXml::bytes),
                new StudentFile("gradescope", ".json", GradescopeJson::bytes));
    }

    /** Writes the files of one student; the record that {@link #read} finds comes last, when the others are there. */
    public void write(Grading grading) {
        Grading shown = Redaction.forStudent(grading, assignment.feedback());
        for (StudentFile file : studentFiles) {
            AtomicFiles.write(
                    path(file.folder(), grading.student(), file.suffix()),
                    file.content().apply(shown));
        }
        AtomicFiles.keepPrivate(directory.resolve(FULL));
        AtomicFiles.write(path(FULL, grading.student(), ".json"), GradingJson.bytes(grading));
    }

    /** The marks that persons gave, beside the results; grading again takes them up. */
    public Path marks() {
        return directory.resolve("manual.csv");
    }

    /** Writes the marks, whole or not at all. */
    public void writeMarks(byte[] csv) {
        AtomicFiles.write(marks(), csv);
    }

    /** Writes the files of one student once more if one of them is missing. */
    public void restore(Grading grading) {
        boolean complete = studentFiles.stream()
                .allMatch(file -> Files.isRegularFile(path(file.folder(), grading.student(), file.suffix())));
        if (!complete) {
            write(grading);
        }
    }

    /**
     * Writes grades.csv and index.html.
     *
     * @param warnings what the run as a whole had to say to the teachers
     */
    public void writeClass(Collection<Grading> gradings, List<String> warnings) {
        AtomicFiles.write(directory.resolve("grades.csv"), GradesCsv.bytes(assignment, gradings));
        AtomicFiles.write(
                index(),
                html.index(
                        assignment,
                        gradings,
                        warnings,
                        student -> link(RESULTS, student, ".html"),
                        student -> link(FULL, student, ".json")));
    }

    /** The full record of an earlier run; empty where there is none, or none that this version of Assay wrote. */
    public Optional<Grading> read(String student) {
        Path path = path(FULL, student, ".json");
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        return recorded(path).filter(grading -> grading.student().equals(student));
    }

    private Optional<Grading> recorded(Path path) {
        try {
            return Optional.of(GradingJson.read(Files.readAllBytes(path)))
                    .filter(grading -> grading.assignment().equals(assignment.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // damaged, or of another version: grading again is the remedy
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "read " + path, e);
        }
    }

    /** The full records of all earlier runs, by student; what is none of this assignment's is left out. */
    public List<Grading> readAll() {
        Path folder = directory.resolve(FULL);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Grading> found = new ArrayList<>();
        try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : records) {
                recorded(file).ifPresent(found::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "read " + folder, e);
        }
        found.sort(Comparator.comparing(Grading::student));
        return List.copyOf(found);
    }

    /** Where the page of a student is. */
    public Path page(String student) {
        return path(RESULTS, student, ".html");
    }

    /** Writes another file of the class, whole or not at all; folders are made. */
    public void writeBeside(Path target, byte[] content) {
        AtomicFiles.write(target, content);
    }

    /** Where the page of the class is. */
    public Path index() {
        return directory.resolve("index.html");
    }

    private Path path(String folder, String student, String suffix) {
        return directory.resolve(folder).resolve(fileNames.apply(student) + suffix);
    }

    private String link(String folder, String student, String suffix) {
        String name = URLEncoder.encode(fileNames.apply(student), StandardCharsets.UTF_8);
        return folder + "/" + name.replace("+", "%20") + suffix;
    }

    /** One file a student: what it holds comes from the redacted grading alone. */
    private record StudentFile(String folder, String suffix, Function<Grading, byte[]> content) {}
}
