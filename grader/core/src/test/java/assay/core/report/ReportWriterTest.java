package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.GraderFault;
import assay.core.intake.FileNames;
import assay.core.result.Grading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private final Assignment assignment = SampleAssignment.with(Feedback.VERDICT);
    private final Grading ada = new GradingBuilder(assignment, "ada").build();

    @TempDir
    Path folder;

    @Test
    void writes_a_folder_that_holds_everything_and_nothing_half() throws IOException {
        ReportWriter writer = writer(folder.resolve("new/out"));

        writer.write(ada);
        writer.writeClass(List.of(ada), List.of());

        assertThat(contents(folder.resolve("new/out")).keySet())
                .containsExactly(
                        "full/ada.json",
                        "grades.csv",
                        "gradescope/ada.json",
                        "index.html",
                        "junit/ada.xml",
                        "results/ada.html",
                        "results/ada.json");
    }

    @Test
    void the_same_class_gives_the_same_bytes() throws IOException {
        List<Grading> gradings = SampleGradings.of(assignment);
        for (String run : List.of("one", "two")) {
            ReportWriter writer = writer(folder.resolve(run));
            List<Grading> order = run.equals("one") ? gradings : gradings.reversed();
            order.forEach(writer::write);
            writer.writeClass(order, List.of("a warning"));
        }

        assertThat(contents(folder.resolve("two"))).isEqualTo(contents(folder.resolve("one")));
    }

    @Test
    void reads_back_what_it_wrote() {
        ReportWriter writer = writer(folder);
        for (Grading grading : SampleGradings.of(assignment)) {
            writer.write(grading);

            assertThat(writer.read(grading.student())).contains(grading);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_full_records_are_their_owners_alone() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        writer(folder).write(ada);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("full"))))
                .isEqualTo("rwx------");
    }

    @Test
    void what_is_missing_of_a_student_is_written_again() throws IOException {
        ReportWriter writer = writer(folder);
        writer.write(ada);
        Map<String, String> before = contents(folder);
        Path kept = folder.resolve("results/ada.json");
        Files.writeString(kept, "as it was");
        writer.restore(ada);
        assertThat(kept).as("nothing is missing").hasContent("as it was");

        Files.delete(folder.resolve("junit/ada.xml"));
        writer.restore(ada);
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void a_damaged_or_foreign_record_is_none() throws IOException {
        ReportWriter writer = writer(folder);
        writer.write(ada);
        Path record = folder.resolve("full/ada.json");

        assertThat(writer.read("ben")).isEmpty();
        Files.copy(record, folder.resolve("full/ben.json"));
        assertThat(writer.read("ben")).isEmpty();
        Files.writeString(record, "{");
        assertThat(writer.read("ada")).isEmpty();
    }

    @Test
    void writing_again_replaces() throws IOException {
        ReportWriter writer = writer(folder);
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/.ada.json.part"), "left by a run that was killed");

        writer.write(new GradingBuilder(assignment, "ada").notice("old").build());
        writer.write(ada);

        assertThat(writer.read("ada")).contains(ada);
        assertThat(contents(folder)).hasSize(5);
    }

    @Test
    void a_link_leads_to_the_page_whatever_the_name() throws IOException {
        ReportWriter writer = new ReportWriter(folder, assignment, student -> "a b%" + student);

        writer.write(ada);
        writer.writeClass(List.of(ada), List.of());

        assertThat(Files.readString(folder.resolve("index.html"))).contains("href=\"results/a%20b%25ada.html\"");
        assertThat(folder.resolve("results/a b%ada.html")).exists();
    }

    @Test
    void a_folder_that_cannot_be_written_is_our_fault() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> writer(file).write(ada))
                .isInstanceOf(GraderFault.class)
                .hasMessageStartingWith("Tried to write ");
    }

    private ReportWriter writer(Path directory) {
        return new ReportWriter(directory, assignment, FileNames::of);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }
}
