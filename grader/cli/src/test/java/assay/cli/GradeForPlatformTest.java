package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a platform's download to its own sheet with grades in it. */
class GradeForPlatformTest {
    private static final String WORKSHEET = """
        Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade),Feedback comments
        Participant 11,Ada Byron,Submitted,,2.00,-,
        Participant 12,Ben Ng,Submitted,,2.00,-,
        Participant 13,Cyd Xu,No submission,,2.00,-,
        """;

    @TempDir
    private Path folder;

    private TinyClass tiny;

    @BeforeEach
    void an_assignment() {
        tiny = TinyClass.in(folder);
    }

    private Said grade(Path submissions, String... options) {
        String[] all = new String[7 + options.length];
        System.arraycopy(
                new String[] {
                    "grade",
                    tiny.assignment().toString(),
                    submissions.toString(),
                    "--out",
                    tiny.out().toString(),
                    "--sandbox",
                    "process"
                },
                0,
                all,
                0,
                7);
        System.arraycopy(options, 0, all, 7, options.length);
        return TestBench.run(all);
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("download.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> one : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    @Test
    void moodles_zip_comes_back_as_its_worksheet_and_feedback() throws IOException {
        Path zip = zip(Map.of(
                "Ada Byron_11_assignsubmission_file/Mine.java", TinyClass.RIGHT,
                "Ben Ng_12_assignsubmission_file/Mine.java", TinyClass.ABSOLUTE));
        Path worksheet = Files.writeString(folder.resolve("Grades-HW.csv"), WORKSHEET);

        Said said = grade(zip, "--worksheet", worksheet.toString());

        assertThat(said.err())
                .contains("Reading a download of Moodle.", "Grades for Moodle, in 'Grade'", "without a submission")
                .contains("Cyd Xu");
        assertThat(said.exit()).isEqualTo(ExitCode.LOOK);
        assertThat(tiny.out().resolve("lms/Grades-HW.csv"))
                .hasContent(WORKSHEET
                        .replace("Ada Byron,Submitted,,", "Ada Byron,Submitted,2,")
                        .replace("Ben Ng,Submitted,,", "Ben Ng,Submitted,0,"));
        assertThat(worksheet).hasContent(WORKSHEET);
        try (ZipFile feedback =
                new ZipFile(tiny.out().resolve("lms/feedback.zip").toFile())) {
            assertThat(feedback.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "Ada Byron_11_assignfeedback_file_tiny.html", "Ben Ng_12_assignfeedback_file_tiny.html");
        }
    }

    @Test
    void a_sheet_that_cannot_be_filled_stops_the_run_before_it_grades() throws IOException {
        Path zip = zip(Map.of("Ada Byron_11_assignsubmission_file/Mine.java", TinyClass.RIGHT));
        Path worksheet = Files.writeString(folder.resolve("g.csv"), WORKSHEET.replace("2.00", "100.00"));

        Said said = grade(zip, "--worksheet", worksheet.toString());

        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("of 100 points, and the assignment of 2", "--scale");
        assertThat(tiny.out().resolve("full")).doesNotExist();
    }

    @Test
    void a_download_can_be_called_by_its_platform_and_refused_for_it() throws IOException {
        Path zip = zip(Map.of("ada/Mine.java", TinyClass.RIGHT));
        Said said = grade(zip, "--from", "gradescope");
        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("submission_metadata.yml");
    }
}
