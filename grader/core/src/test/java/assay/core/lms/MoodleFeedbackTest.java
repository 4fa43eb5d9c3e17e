package assay.core.lms;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.lms.SheetFilling.FilledRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodleFeedbackTest {
    @TempDir
    private Path folder;

    /** As importziplib.php takes a name apart: at the first four underscores. */
    @ParameterizedTest
    @CsvSource({"Alice Tan, Alice Tan", "a_b_7, a b 7", "../x/Bob, Participant", "~eve, Participant", "'', Participant"
    })
    void moodle_finds_participant_and_plugin_in_every_name(String name, String shown) {
        String entry = MoodleFeedback.name(new FilledRow(LmsStudent.plain("x"), "101", name), "hw4_report.html");
        assertThat(entry.split("_", 5)).containsExactly(shown, "101", "assignfeedback", "file", "hw4_report.html");
    }

    @Test
    void each_person_gets_the_page_of_the_submission() throws Exception {
        LmsStudent team = new LmsStudent("Team_5", LmsSystem.MOODLE, "5", "Team", List.of());
        Path page = Files.writeString(folder.resolve("page.html"), "<p>well done</p>");
        Path target = folder.resolve("lms/feedback.zip");
        List<FilledRow> rows = List.of(new FilledRow(team, "101", "Alice"), new FilledRow(team, "102", "Bob"));
        MoodleFeedback.write(target, rows, "report.html", student -> page);
        byte[] first = Files.readAllBytes(target);
        try (ZipFile zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "Alice_101_assignfeedback_file_report.html", "Bob_102_assignfeedback_file_report.html");
            assertThat(zip.getInputStream(zip.getEntry("Bob_102_assignfeedback_file_report.html")))
                    .hasBinaryContent(Files.readAllBytes(page));
        }
        MoodleFeedback.write(target, rows, "report.html", student -> page);
        assertThat(Files.readAllBytes(target)).isEqualTo(first);
        assertThat(folder.resolve("lms")).isDirectoryNotContaining("glob:**.part");
    }
}
