package assay.core.intake;

import static assay.core.intake.Archives.JAVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two submissions under one id: graded to nobody, rather than to the wrong one. */
class SameStudentTest {
    @TempDir
    private Path temporary;

    @Test
    void a_folder_and_an_archive_of_one_name_are_one_refused_student() {
        ClassFolder folder = new ClassFolder(temporary)
                .with("a/Conv.java", JAVA)
                .with("a.zip", RawZip.of(RawZipEntry.entry("Conv.java", JAVA)))
                .with("a.7z", "")
                .with("b/Conv.java", JAVA);
        assertThat(folder.open().entries()).extracting(SubmissionEntry::student).containsExactly("a", "b");
        assertThat(folder.refused("a").reason()).contains("same student id", "'a', 'a.7z', 'a.zip'");
        assertThat(folder.read("b")).isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void names_that_differ_only_in_case_are_one_refused_student() {
        ClassFolder folder =
                new ClassFolder(temporary).with("Alice/Conv.java", JAVA).with("alice/Conv.java", JAVA);
        assumeThat(Files.exists(temporary.resolve("aLICE")))
                .as("the disk does not tell case")
                .isFalse();
        assertThat(folder.open().entries()).hasSize(1);
        assertThat(folder.refused("Alice").reason()).contains("'Alice', 'alice'");
    }

    @Test
    void a_student_listed_twice_is_refused_with_both_lines() {
        ClassFolder folder = new ClassFolder(temporary)
                .with("alice/Conv.java", JAVA)
                .with(
                        "submissions.csv",
                        "student,submitted_at\nalice,2022-09-19T15:00:00Z\nbob,2022-09-19T15:00:00Z\n"
                                + "Alice,2022-09-20T15:00:00Z\n");
        assertThat(folder.open().entries()).hasSize(2);
        assertThat(folder.refused("alice"))
                .returns(Instant.parse("2022-09-20T15:00:00Z"), Intake.Refused::submittedAt)
                .extracting(Intake.Refused::reason)
                .asString()
                .contains("lines 2 and 4");
    }

    @ParameterizedTest
    @CsvSource({
        "alice, alice, true",
        "Alice, aLICE, true",
        "ÉMILE, émile, true",
        "' alice', 'alice ', true",
        "straße, strasse, false",
        "alice, alicе, false", // the last letter is Cyrillic
        "alice, alice2, false",
    })
    void ids_mean_one_student_or_two(String one, String other, boolean same) {
        assertThat(StudentIds.key(one).equals(StudentIds.key(other))).isEqualTo(same);
    }

    @Test
    void a_decomposed_letter_is_the_composed_one() {
        assertThat(StudentIds.normalised("jose\u0301")).isEqualTo("jos\u00e9");
        assertThat(StudentIds.key("jose\u0301")).isEqualTo(StudentIds.key("JOS\u00c9"));
    }
}
