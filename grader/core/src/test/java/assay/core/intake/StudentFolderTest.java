package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import assay.core.domain.DataSize;
import assay.core.domain.Notice;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One student's folder, and what becomes of it. */
class StudentFolderTest {
    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void a_list_so_that_only_the_folder_is_of_interest() {
        folder = new ClassFolder(temporary.resolve("class"))
                .with("submissions.csv", "student,submitted_at\nalice,2022-09-19T15:00:00Z\n");
    }

    @Test
    void java_sources_are_kept_in_order_and_the_rest_is_named_once() {
        folder.with("alice/src/main/java/student/Pool.java", JAVA)
                .with("alice/src/main/java/student/Conv.java", "\uFEFF" + JAVA)
                .with("alice/pom.xml", "<project/>")
                .with("alice/lib/a.jar", "")
                .with("alice/target/classes/Conv.class", "")
                .with("alice/target/generated/Conv.java", JAVA)
                .with("alice/src/main/resources/x.bin", "")
                .with("alice/src/test/java/student/ConvTest.java", JAVA)
                .with("alice/.git/config", "")
                .with("alice/__MACOSX/._Conv.java", "\u0000")
                .with("alice/expect.yaml", "verdict: AC");
        Intake.Accepted accepted = folder.accepted("alice");
        assertThat(accepted.submission().sources())
                .containsExactly(
                        new SourceFile("src/main/java/student/Conv.java", JAVA),
                        new SourceFile("src/main/java/student/Pool.java", JAVA));
        assertThat(accepted.submission().notices())
                .containsExactly(new Notice(
                        "Only Java sources are graded, and none in a folder of tests. Left out: 'lib/a.jar', 'pom.xml',"
                                + " 'src/main/resources/x.bin' and 2 more."));
    }

    @Test
    void answers_and_texts_are_kept_beside_the_sources_and_those_of_the_starter_are_not() {
        folder.with("alice/src/Conv.java", JAVA)
                .with("alice/answers.yaml", "\uFEFFa: 1\n")
                .with("alice/notes/discussion.md", "Text.")
                .with("alice/README.md", "the starter's")
                .with("alice/statement.md", "the teacher's")
                .with("alice/target/x.md", "a copy");
        Submission submission = folder.accepted("alice").submission();

        assertThat(submission.documents())
                .containsExactly(
                        new SourceFile("answers.yaml", "a: 1\n"), new SourceFile("notes/discussion.md", "Text."));
        assertThat(submission.document("Discussion.md")).map(SourceFile::text).contains("Text.");
        assertThat(submission.document("other.md")).isEmpty();
        assertThat(submission.notices().getFirst().text()).contains("'README.md', 'statement.md', 'target/x.md'");
    }

    @Test
    void answers_alone_are_a_submission() {
        Submission answered =
                folder.with("alice/answers.yaml", "a: 1").accepted("alice").submission();
        Submission changed =
                folder.with("alice/answers.yaml", "a: 2").accepted("alice").submission();

        assertThat(answered.sources()).isEmpty();
        assertThat(answered.digest()).isNotEqualTo(changed.digest());
    }

    @Test
    void a_document_that_cannot_be_read_costs_no_more_than_itself() {
        folder.with("alice/src/Conv.java", JAVA)
                .with("alice/answers.yaml", "# ".repeat(200_000))
                .with("alice/discussion.md", "fine");
        Submission submission = folder.accepted("alice").submission();

        assertThat(submission.documents()).extracting(SourceFile::path).containsExactly("discussion.md");
        assertThat(submission.notices()).contains(new Notice("Left out, since 'answers.yaml' is larger than 256 KiB."));
    }

    @Test
    void a_submission_of_nothing_else_may_lie_in_a_build_folder() {
        folder.with("alice/build/Conv.java", JAVA);
        assertThat(folder.accepted("alice").submission().sources()).hasSize(1);
    }

    @Test
    void the_digest_follows_names_and_texts_and_not_the_place() {
        folder.with("alice/Conv.java", JAVA).with("alice/notes.txt", "one");
        String digest = folder.accepted("alice").submission().digest();
        folder.with("alice/notes.txt", "two");
        assertThat(folder.accepted("alice").submission().digest())
                .isEqualTo(digest)
                .matches("[0-9a-f]{64}");
        folder.with("alice/Conv.java", JAVA + " ");
        assertThat(folder.accepted("alice").submission().digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".keep       | The submission is empty.",
                "notes.txt   | There is no Java source (.java); there is only 'notes.txt'.",
                "a.rar       | There is no Java source but another archive, 'a.rar'.",
                "module-info.java | There is no Java source (.java); there is only 'module-info.java'.",
                "src/test/java/ConvTest.java | The submission is empty.",
            })
    void without_java_there_is_nothing_to_grade(String file, String reason) {
        folder.with("alice/" + file, "x");
        assertThat(folder.refused("alice").reason()).startsWith(reason);
    }

    @Test
    void an_empty_folder_is_refused() throws IOException {
        Files.createDirectory(folder.root().resolve("alice"));
        assertThat(folder.refused("alice").reason()).isEqualTo("The submission is empty.");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named_with_the_byte() {
        folder.with("alice/A.java", JAVA).with("alice/B.java", new byte[] {'/', '/', (byte) 0xFC});
        assertThat(folder.refused("alice").reason())
                .isEqualTo("'B.java' is not UTF-8 at byte 2; save the file as UTF-8.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_is_never_followed() throws IOException {
        Path secret = Files.writeString(temporary.resolve("Secret.java"), JAVA);
        folder.with("alice/A.java", JAVA);
        Files.createSymbolicLink(folder.root().resolve("alice/B.java"), secret);
        assertThat(folder.refused("alice").reason()).isEqualTo("The entry 'B.java' is a link or a device, not a file.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nor_is_a_linked_folder_inside_or_as_a_whole() throws IOException {
        folder.with("alice/A.java", JAVA);
        Files.createSymbolicLink(folder.root().resolve("alice/more"), temporary);
        Files.createSymbolicLink(folder.root().resolve("bob"), temporary);
        assertThat(folder.refused("alice").reason()).contains("'more' is a link");
        assertThat(folder.refused("bob").reason()).contains("is a link");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_in_a_hidden_folder_harms_nobody() throws IOException {
        folder.with("alice/A.java", JAVA).with("alice/.venv/x", "");
        Files.createSymbolicLink(folder.root().resolve("alice/.venv/python"), temporary);
        assertThat(folder.read("alice")).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_unreadable_file_costs_its_student_alone() throws IOException {
        folder.with("alice/A.java", JAVA).with("bob/B.java", JAVA);
        Path unreadable = folder.root().resolve("alice/A.java");
        Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(unreadable))
                .as("the superuser reads everything")
                .isFalse();
        assertThat(folder.refused("alice").reason()).isEqualTo("'A.java' cannot be read: access is denied.");
        assertThat(folder.read("bob")).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void a_folder_is_read_when_its_entry_is_and_may_be_gone_by_then() throws IOException {
        folder.with("alice/A.java", JAVA);
        List<SubmissionEntry> entries = folder.open().entries();
        Files.delete(folder.root().resolve("alice/A.java"));
        Files.delete(folder.root().resolve("alice"));
        assertThat(entries.getFirst().read())
                .isInstanceOfSatisfying(
                        Intake.Refused.class,
                        refused -> assertThat(refused.reason()).contains("cannot be read"));
    }

    @Test
    void invisible_characters_are_noticed() {
        folder.with("alice/A.java", "// \u202E\n" + JAVA);
        assertThat(folder.accepted("alice").submission().notices())
                .singleElement()
                .extracting(Notice::text)
                .asString()
                .contains("'A.java', line 1", "U+202E");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 1  | 10  | accepted",
                "5 | 1  | 10  | There are more than 4 Java files.",
                "4 | 2  | 10  | The Java files together are larger than 40 B.",
                "1 | 1  | 21  | 'F0.java' is larger than 20 B.",
                "1 | 25 | 1   | There are more than 20 files and folders.",
            })
    void more_than_the_limits_is_refused(int files, int copies, int size, String outcome) {
        for (int file = 0; file < files; file++) {
            for (int copy = 0; copy < copies; copy++) {
                String name = copy == 0 ? "F" + file + ".java" : copy + "/F" + file + (copies > 9 ? ".txt" : ".java");
                folder.with("alice/" + name, "x".repeat(size));
            }
        }
        IntakeLimits limits = new IntakeLimits(
                20,
                copies > 1 ? 100 : 4,
                new DataSize(20),
                new DataSize(40),
                DataSize.ofKibibytes(1),
                DataSize.ofKibibytes(1),
                40,
                5);
        Intake intake =
                SubmissionFolder.single(folder.root().resolve("alice"), limits).read();
        String came = switch (intake) {
            case Intake.Accepted accepted -> "accepted";
            case Intake.Refused refused -> refused.reason();
        };
        assertThat(came).isEqualTo(outcome);
    }

    @Test
    void a_folder_that_holds_one_archive_is_that_archive() {
        folder.with("alice/hw4.zip", RawZip.of(RawZipEntry.entry("hw4/Conv.java", JAVA)));
        assertThat(folder.accepted("alice").submission().sources())
                .containsExactly(new SourceFile("hw4/Conv.java", JAVA));
        folder.with("alice/hw4-v2.zip", RawZip.of(RawZipEntry.entry("hw4/Conv.java", JAVA)));
        assertThat(folder.refused("alice").reason()).contains("'hw4-v2.zip', 'hw4.zip'");
    }
}
