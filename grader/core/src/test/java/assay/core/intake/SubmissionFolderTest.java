package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole class: who is in it, and what the lists say. */
class SubmissionFolderTest {
    private static final String HEADER = "student,submitted_at,extension\n";
    private static final Instant AT = Instant.parse("2022-09-19T15:00:00Z");

    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void a_folder() {
        folder = new ClassFolder(temporary.resolve("class"));
    }

    @Test
    void entries_come_in_order_and_each_kind_of_submission_is_read() throws IOException {
        folder.with("dora/Conv.java", JAVA)
                .with("carl.ZIP", RawZip.of(RawZipEntry.entry("Conv.java", JAVA)))
                .with("bob.tar.gz", Archives.gzip(Archives.tar(Archives.file("Conv.java"))))
                .with("alice.tgz", Archives.gzip(Archives.tar(Archives.file("Conv.java"))))
                .with("a.b.tar", Archives.tar(Archives.file("Conv.java")));
        List<SubmissionEntry> entries = folder.open().entries();
        assertThat(entries).extracting(SubmissionEntry::student).containsExactly("a.b", "alice", "bob", "carl", "dora");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.read()).isInstanceOf(Intake.Accepted.class));
    }

    @Test
    void what_is_nobodys_submission_is_left_and_named_to_the_teacher() {
        folder.with("alice/Conv.java", JAVA)
                .with("expect.yaml", "")
                .with("README.md", "")
                .with("submission.yaml", "")
                .with("readmond/Conv.java", JAVA)
                .with(".DS_Store", "")
                .with("__MACOSX/x", "")
                .with(".git/config", "")
                .with("Thumbs.db", "")
                .with("Stray.java", JAVA)
                .with("grades.xlsx", "");
        FolderOpening.Opened opened = folder.open();
        assertThat(opened.entries()).extracting(SubmissionEntry::student).containsExactly("alice", "readmond");
        assertThat(opened.warnings())
                .containsExactly(new Notice("Ignored, since a submission is one folder or one archive a student:"
                        + " 'Stray.java', 'grades.xlsx'."));
    }

    @Test
    void an_archive_of_another_kind_is_a_result_for_its_student() {
        folder.with("alice.rar", "Rar!").with("bob.tar.xz", "");
        assertThat(folder.refused("alice").reason()).contains("'alice.rar'", ".zip or .tar.gz");
        assertThat(folder.refused("bob").reason()).contains("'bob.tar.xz'");
    }

    @Test
    void the_list_gives_times_and_extensions_in_any_layout() {
        folder.with("alice/Conv.java", JAVA)
                .with("bob/Conv.java", JAVA)
                .with("o'neil, x/Conv.java", JAVA)
                .with(
                        "submissions.csv",
                        "\uFEFFgroup, Submitted_At ,student,extension\r\n\r\n"
                                + "1,2022-09-19T23:00:00+08:00,alice,P2D\r\n"
                                + "\"2\nor 3\",2022-09-19T15:00:00Z, bob ,\r\n"
                                + "4,2022-09-19T15:00:00Z,\"o'neil, x\",2022-09-21T00:00:00Z\r\n");
        assertThat(folder.accepted("alice").submission())
                .returns(AT, submission -> submission.submittedAt())
                .returns(Optional.of(new Extension.By(Duration.ofDays(2))), submission -> submission.extension())
                .returns(List.of(), submission -> submission.notices());
        assertThat(folder.accepted("bob").submission())
                .returns(AT, submission -> submission.submittedAt())
                .returns(Optional.empty(), submission -> submission.extension());
        assertThat(folder.accepted("o'neil, x").submission().extension())
                .contains(new Extension.Until(Instant.parse("2022-09-21T00:00:00Z")));
    }

    @Test
    void a_listed_student_who_handed_in_nothing_is_a_result() {
        folder.with("alice/Conv.java", JAVA).with("submissions.csv", HEADER + "zoe,2022-09-19T15:00:00Z,P1D\n");
        assertThat(folder.refused("zoe"))
                .returns("Nothing was handed in.", Intake.Refused::reason)
                .returns(AT, Intake.Refused::submittedAt)
                .returns(Optional.of(new Extension.By(Duration.ofDays(1))), Intake.Refused::extension);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student,submitted_at\\nalice,yesterday | submissions.csv, line 2, column submitted_at: 'yesterday' is not a time",
                "student,submitted_at\\nalice,2022-09-19T15:00:00 | submissions.csv, line 2, column submitted_at: '2022-09-19T15:00:00' does not say its zone",
                "student,submitted_at\\r\\n\\r\\nalice, | submissions.csv, line 3, column submitted_at: is empty",
                "student,submitted_at\\n,2022-09-19T15:00:00Z | submissions.csv, line 2, column student: is empty",
                "student,submitted_at,extension\\n\"a\\nb\",2022-09-19T15:00:00Z,\\nalice,2022-09-19T15:00:00Z,soon | submissions.csv, line 4, column extension: 'soon' is not a time",
                "student,time\\nalice,2022-09-19T15:00:00Z | submissions.csv, line 1: the header has no column submitted_at; it needs student, submitted_at.",
                "student,student,submitted_at\\n | submissions.csv, line 1: the header has the column student twice",
                "alice,2022-09-19T15:00:00Z | submissions.csv, line 1: the header has no column student",
                "student,submitted_at\\nSmith, John,2022-09-19T15:00:00Z | submissions.csv, line 2: 3 cells under a header of 2",
                "student,submitted_at\\nalice,\"2022 | submissions.csv, line 2: the quotes of a cell do not match",
                "'' | submissions.csv is empty",
            })
    void what_is_wrong_with_the_list_stops_the_class_before_it_starts(String csv, String problem) {
        folder.with("alice/Conv.java", JAVA)
                .with("submissions.csv", csv.replace("\\n", "\n").replace("\\r", "\r"));
        assertThat(folder.invalid().problems())
                .anySatisfy(one -> assertThat(one).startsWith(problem));
    }

    @Test
    void all_problems_are_told_at_once() {
        folder.with("alice/Conv.java", JAVA)
                .with("submissions.csv", HEADER + "alice,x,y\nbob,2022-09-19T15:00:00Z,\ncarl,,\n");
        assertThat(folder.invalid().problems()).hasSize(3);
    }

    @Test
    void a_list_in_another_encoding_is_named_by_its_byte() {
        folder.with("submissions.csv", new byte[] {'s', (byte) 0xE9});
        assertThat(folder.invalid().problems()).first().asString().contains("submissions.csv is not UTF-8 at byte 1");
    }

    @Test
    void granted_extensions_win_and_those_of_strangers_are_told() {
        folder.with("alice/Conv.java", JAVA)
                .with("bob/Conv.java", JAVA)
                .with("submissions.csv", HEADER + "alice,2022-09-19T15:00:00Z,P1D\nbob,2022-09-19T15:00:00Z,P1D\n");
        Path extensions = granted("extension,student\nP3D,Alice\nP4D,zed\n");
        FolderOpening.Opened opened = ClassFolder.opened(
                SubmissionFolder.open(IntakeRequest.of(folder.root()).withExtensions(extensions)));
        assertThat(opened.entries().stream().map(SubmissionEntry::read))
                .extracting(intake -> ((Intake.Accepted) intake).submission().extension())
                .containsExactly(
                        Optional.of(new Extension.By(Duration.ofDays(3))),
                        Optional.of(new Extension.By(Duration.ofDays(1))));
        assertThat(opened.warnings())
                .containsExactly(new Notice("extensions.csv, line 3: there is no student 'zed' in this class; the"
                        + " extension changed nothing."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student,extension\\nalice,P1D\\nALICE,P2D | extensions.csv, line 3: 'ALICE' has an extension already, in line 2.",
                "student,extension\\nalice, | extensions.csv, line 2, column extension: is empty",
                "student\\nalice | extensions.csv, line 1: the header has no column extension",
            })
    void a_wrong_list_of_extensions_stops_the_class(String csv, String problem) {
        folder.with("alice/Conv.java", JAVA);
        Path extensions = granted(csv.replace("\\n", "\n"));
        assertThat(SubmissionFolder.open(IntakeRequest.of(folder.root()).withExtensions(extensions)))
                .isInstanceOfSatisfying(
                        FolderOpening.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .first()
                                .asString()
                                .startsWith(problem));
    }

    @Test
    void a_list_that_is_not_there_is_told() {
        folder.with("alice/Conv.java", JAVA);
        assertThat(SubmissionFolder.open(IntakeRequest.of(folder.root()).withExtensions(temporary.resolve("no.csv"))))
                .isEqualTo(new FolderOpening.Invalid(List.of("no.csv cannot be read: it is not there.")));
    }

    @Test
    void a_folder_without_submissions_is_told() throws IOException {
        Files.createDirectory(folder.root());
        assertThat(folder.invalid().problems()).first().asString().contains("holds no submissions");
        assertThat(SubmissionFolder.open(temporary.resolve("nowhere"))).isInstanceOf(FolderOpening.Invalid.class);
    }

    private Path granted(String csv) {
        new ClassFolder(temporary).with("extensions.csv", csv);
        return temporary.resolve("extensions.csv");
    }
}
