package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.domain.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something was handed in, by whoever knows best. */
class HandInTimeTest {
    private static final String OLD = "2022-09-01T00:00:00Z";
    private static final String NEW = "2022-09-18T12:00:00Z";
    private static final String CLAIMED = "2022-09-19T15:00:00Z";
    private static final String CLAIM = "submitted_at: 2022-09-19T23:00:00+08:00\nextension: P2D\nnote: [a, {b: c}]\n";

    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void a_folder() {
        folder = new ClassFolder(temporary);
    }

    @Test
    void the_newest_file_is_the_last_resort_with_a_notice() {
        folder.with("alice/A.java", JAVA).with("alice/B.java", JAVA).with("alice/expect.yaml", "");
        folder.at("alice/A.java", NEW).at("alice/B.java", OLD);
        assertTakenFrom("the newest file, " + NEW, NEW);
    }

    @Test
    void of_an_archive_it_is_its_own_time() {
        folder.with("alice.zip", RawZip.of(RawZipEntry.entry("A.java", JAVA))).at("alice.zip", NEW);
        assertTakenFrom("the archive, " + NEW, NEW);
    }

    @Test
    void a_claim_in_the_folder_is_used_and_told() {
        folder.with("alice/A.java", JAVA).with("alice/submission.yaml", CLAIM);
        assertTakenFrom("what submission.yaml says", CLAIMED);
        assertThat(folder.accepted("alice").submission().extension()).contains(new Extension.By(Duration.ofDays(2)));
    }

    @Test
    void so_is_one_beside_the_archive() {
        folder.with("alice/hw4.zip", RawZip.of(RawZipEntry.entry("A.java", JAVA)))
                .with("alice/submission.yaml", CLAIM);
        assertTakenFrom("what submission.yaml says", CLAIMED);
    }

    @Test
    void a_claim_inside_an_archive_is_the_students_own_and_not_believed() {
        folder.with(
                        "alice.zip",
                        RawZip.of(RawZipEntry.entry("A.java", JAVA), RawZipEntry.entry("submission.yaml", CLAIM)))
                .at("alice.zip", NEW);
        Submission submission = folder.accepted("alice").submission();
        assertThat(submission.submittedAt()).isEqualTo(Instant.parse(NEW));
        assertThat(submission.extension()).isEmpty();
        assertThat(submission.notices()).extracting(Notice::text).anyMatch(text -> text.contains("is not believed"));
    }

    @Test
    void the_list_wins_over_a_claim() {
        folder.with("alice/A.java", JAVA)
                .with("alice/submission.yaml", CLAIM)
                .with("submissions.csv", "student,submitted_at\nalice," + NEW + "\n");
        Submission submission = folder.accepted("alice").submission();
        assertThat(submission.submittedAt()).isEqualTo(Instant.parse(NEW));
        assertThat(submission.extension()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submitted_at: soon | submission.yaml, line 1, column 15: submitted_at: 'soon' is not a time",
                "submitted_at: 2022-09-19 23:00 | submission.yaml, line 1, column 15: submitted_at:",
                "submitted_at: [a] | submission.yaml, line 1, column 15: submitted_at is not a single value",
                "extension: P2D | submission.yaml does not say when this was handed in",
                "submitted_at: 2022-09-19T15:00:00Z\\nextension: P2 | submission.yaml, line 2, column 12: extension:",
                "a: 1\\na: 2 | submission.yaml, line 2, column 1: the key 'a' stands here twice",
                "just text | submission.yaml does not hold keys and values",
                "'' | submission.yaml does not hold keys and values",
                "a: [1, | submission.yaml, line 1",
                "a: 'x | submission.yaml, line 1",
                "\\ta: 1 | submission.yaml, line 1",
                "!!javax.script.ScriptEngineManager [] | submission.yaml does not hold keys and values",
            })
    void a_claim_that_cannot_be_read_costs_its_student(String yaml, String reason) {
        folder.with("alice/A.java", JAVA)
                .with("alice/submission.yaml", yaml.replace("\\n", "\n").replace("\\t", "\t"))
                .with("bob/B.java", JAVA);
        assertThat(folder.refused("alice").reason()).startsWith(reason);
        assertThat(folder.read("bob")).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void aliases_are_not_expanded_and_depth_and_size_are_capped() {
        StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x]\n");
        for (char name = 'b'; name < 'z'; name++) {
            String before = "*" + (char) (name - 1);
            laughs.append("%c: &%c [%s]\n".formatted(name, name, String.join(", ", before, before, before, before)));
        }
        folder.with("laughs/A.java", JAVA).with("laughs/submission.yaml", laughs + CLAIM);
        folder.with("deep/A.java", JAVA).with("deep/submission.yaml", "a: " + "[".repeat(16_000));
        folder.with("large/A.java", JAVA).with("large/submission.yaml", "#".repeat(17_000));
        assertThat(folder.accepted("laughs").submission().submittedAt()).isEqualTo(Instant.parse(CLAIMED));
        assertThat(folder.refused("deep").reason()).startsWith("submission.yaml");
        assertThat(folder.refused("large").reason()).isEqualTo("submission.yaml is larger than 16 KiB.");
    }

    private void assertTakenFrom(String notice, String instant) {
        Submission submission = folder.accepted("alice").submission();
        assertThat(submission.submittedAt()).isEqualTo(Instant.parse(instant));
        assertThat(submission.notices())
                .extracting(Notice::text)
                .singleElement()
                .asString()
                .contains(notice);
    }
}
