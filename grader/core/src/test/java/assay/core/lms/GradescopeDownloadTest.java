package assay.core.lms;

import static assay.core.lms.Download.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.intake.FolderOpening;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradescopeDownloadTest {
    private static final String LIST = """
        ---
        submission_11:
          :submitters:
          - :name: Alice Tan
            :sid: A0001
            :email: alice@x.edu
          :created_at: 2022-09-19 15:00:00.123456000 Z
          :score: 0.0
          :status: processed
          :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
            tests: &tests
            - {name: a, score: 1}
            again: *tests
          :history: []
        submission_12:
          :submitters:
          - :name: Bob
            :sid: ~
            :email: bob@x.edu
          - :name: Carl
            :sid: '0042'
            :email: carl@x.edu
        submission_13:
          :submitters:
          - :name: Dora
            :sid: A0004
            :email: dora@x.edu
          :created_at: '2022-09-20T01:00:00+08:00'
        """;

    @TempDir
    private Path folder;

    private Download download() {
        return new Download()
                .with("assignment_9_export/submission_metadata.yml", LIST)
                .with("assignment_9_export/submission_11/Conv.java")
                .with("assignment_9_export/submission_12/src/Conv.java")
                .with("assignment_9_export/submission_99/Conv.java");
    }

    @Test
    void the_list_says_whose_each_folder_is_and_when_it_came() {
        for (LmsClass all : new LmsClass[] {download().zip(folder), download().folder(folder.resolve("unpacked"))}) {
            assertThat(all.system()).isEqualTo(LmsSystem.GRADESCOPE);
            assertThat(Download.students(all)).containsExactly("0042", "A0001", "A0004", "bob@x.edu");
            assertThat(Download.accepted(all, "A0001").submittedAt())
                    .isEqualTo(Instant.parse("2022-09-19T15:00:00.123456Z"));
            assertThat(Download.paths(all, "bob@x.edu")).isEqualTo(Download.paths(all, "0042"));
            assertThat(Download.accepted(all, "0042").submittedAt()).isEqualTo(DEADLINE);
            assertThat(Download.refused(all, "A0004")).contains("no files under submission_13");
            assertThat(Download.warnings(all))
                    .anySatisfy(one -> assertThat(one).contains("submission_99", "nobody was graded"));
        }
    }

    @Test
    void one_person_with_two_submissions_is_graded_for_neither() {
        LmsClass all = new Download()
                .with("submission_metadata.yml", LIST.replace("A0004", "A0001"))
                .with("submission_11/Conv.java")
                .with("submission_13/Conv.java")
                .zip(folder);
        assertThat(Download.refused(all, "A0001")).contains("one and the same student id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | does not begin with the name",
                "'{{' | is not the list",
                "'' | is not the list",
                "submission_1: yes | holds no keys",
                "'submission_1: {? [a] : b}' | a key is no text",
                "'submission_1: {:submitters: [' | is not the list",
            })
    void what_is_no_list_of_gradescopes_stops_the_class(String yaml, String problem) {
        LmsClass all = new Download()
                .with("submission_metadata.yml", yaml)
                .with("submission_1/Conv.java")
                .zip(folder);
        assertThat(all.opening()).isInstanceOf(FolderOpening.Invalid.class);
        assertThat(((FolderOpening.Invalid) all.opening()).problems())
                .first()
                .asString()
                .contains(problem);
    }

    /** E11: nothing of it ever becomes an object. */
    @Test
    void a_bomb_of_aliases_and_a_tag_that_names_a_class_mean_nothing() {
        StringBuilder bomb =
                new StringBuilder("submission_1:\n  :submitters:\n  - :name: Ada\n    :sid: S1\n  :x: &a0 [1]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("  :x%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        bomb.append("  :y: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]\n");
        LmsClass all = new Download()
                .with("submission_metadata.yml", bomb.toString())
                .with("submission_1/Conv.java")
                .zip(folder);
        assertThat(Download.students(all)).containsExactly("S1");
    }

    @Test
    void a_list_that_is_nested_without_end_is_refused() {
        LmsClass all = new Download()
                .with("submission_metadata.yml", "submission_1:\n  :x: " + "[".repeat(200) + "]".repeat(200))
                .with("submission_1/Conv.java")
                .zip(folder);
        assertThat(all.opening()).isInstanceOf(FolderOpening.Invalid.class);
    }
}
