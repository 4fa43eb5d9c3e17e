package assay.core.lms;

import static assay.core.lms.Download.DEADLINE;
import static assay.core.lms.Download.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.intake.FolderOpening;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleDownloadTest {
    private static final String WORKSHEET = """
        Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (submission)
        Participant 101,Alice Tan,alice@x.edu,Submitted for grading,,10.00,Yes,"Sunday, 18 September 2022, 9:30 PM"
        Participant 102,Bob Müller,bob@x.edu,Submitted for grading,,10.00,Yes,-
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Alice Tan_101_assignsubmission_file/Conv.java, Conv.java",
        "Alice Tan_101_assignsubmission_file_/src/Conv.java, src/Conv.java",
        "Alice Tan_101_assignsubmission_file_Conv.java, Conv.java",
        "CS5242-HW4-77/Alice Tan_101_assignsubmission_file/Conv.java, Conv.java",
    })
    void every_layout_of_every_version_is_read_from_folder_and_zip(String path, String source) {
        Download download = new Download().with(path).with(path.replace("Alice Tan_101", "Bob Müller_102"));
        for (LmsClass all : new LmsClass[] {download.zip(folder), download.folder(folder.resolve("unpacked"))}) {
            assertThat(all.system()).isEqualTo(LmsSystem.MOODLE);
            assertThat(Download.students(all)).containsExactly("Alice Tan_101", "Bob Müller_102");
            assertThat(Download.paths(all, "Alice Tan_101")).containsExactly(source);
            assertThat(all.students())
                    .contains(
                            new LmsStudent("Alice Tan_101", LmsSystem.MOODLE, "101", "Alice Tan", java.util.List.of()));
        }
    }

    @Test
    void the_archive_that_a_student_handed_in_is_opened_and_none_inside_it() {
        byte[] inner = Download.zipOf("src/Conv.java", JAVA);
        LmsClass all = new Download()
                .with("Alice Tan_101_assignsubmission_file/hw4.zip", inner)
                .with("Bob_102_assignsubmission_file/hw4.zip", Download.zipped(java.util.Map.of("deeper.zip", inner)))
                .zip(folder);
        assertThat(Download.paths(all, "Alice Tan_101")).containsExactly("src/Conv.java");
        assertThat(Download.refused(all, "Bob_102")).contains("another archive", "'deeper.zip'");
    }

    @Test
    void what_one_student_did_wrong_costs_the_others_nothing() {
        LmsClass all = new Download()
                .with("Alice_1_assignsubmission_file/Conv.java")
                .with("Bob_2_assignsubmission_file/hw.zip", Download.zipOf("../../Alice_1/Conv.java", JAVA))
                .with("Carl_3_assignsubmission_file/hw.zip", "not a zip")
                .with("Dora_4_assignsubmission_onlinetext/onlinetext.html", "<p>see my mail</p>")
                .with("Eve_5_assignsubmission_file/" + "d/".repeat(30) + "Conv.java")
                .zip(folder);
        assertThat(Download.paths(all, "Alice_1")).containsExactly("Conv.java");
        assertThat(Download.refused(all, "Bob_2")).contains("leads out of the submission");
        assertThat(Download.refused(all, "Carl_3")).contains("not a zip archive");
        assertThat(Download.refused(all, "Dora_4")).contains("no Java source", "onlinetext");
        assertThat(Download.refused(all, "Eve_5")).contains("folders deep");
    }

    @Test
    void a_name_that_can_be_of_two_people_is_nobodys() {
        String file = "Alice_1_assignsubmission_file_Bob_7_assignsubmission_file_Conv.java";
        LmsClass all = new Download()
                .with(file)
                .with("Bob_7_assignsubmission_file_Mine.java")
                .with("Alice_1_assignsubmission_file_Own.java")
                .zip(folder);
        assertThat(Download.refused(all, file)).contains("'Alice_1' or ", "graded to nobody", "--worksheet");
        assertThat(Download.paths(all, "Bob_7")).containsExactly("Mine.java");
        assertThat(Download.paths(all, "Alice_1")).containsExactly("Own.java");
        assertThat(Download.warnings(all)).anySatisfy(one -> assertThat(one).contains("read as of two people", file));
    }

    @Test
    void the_teachers_worksheet_tells_whose_it_is() {
        LmsClass all = new Download()
                .with("Alice Tan_101_assignsubmission_file_x_7_assignsubmission_file_Conv.java")
                .knowing(WORKSHEET)
                .zip(folder);
        assertThat(Download.students(all)).containsExactly("Alice Tan_101");
    }

    @Test
    void a_folders_name_is_read_from_the_right() {
        LmsClass all = new Download()
                .with("Al_7_assignsubmission_file_1_assignsubmission_file/Conv.java")
                .zip(folder);
        assertThat(Download.students(all)).containsExactly("Al_7_assignsubmission_file_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice_1_assignsubmission_file_/B.java", "Alicia_1_assignsubmission_file/B.java"})
    void one_number_in_two_folders_is_graded_to_nobody(String second) {
        LmsClass all = new Download()
                .with("Alice_1_assignsubmission_file/A.java")
                .with(second)
                .zip(folder);
        assertThat(Download.refused(all, Download.students(all).getFirst())).contains("nothing was graded");
    }

    @Test
    void feedback_that_was_given_before_is_no_submission() {
        LmsClass all = new Download()
                .with("Alice_1_assignsubmission_file/Conv.java")
                .with("Alice_1_assignfeedback_file/Better.java")
                .zip(folder);
        assertThat(Download.paths(all, "Alice_1")).containsExactly("Conv.java");
    }

    @Test
    void the_time_of_the_download_makes_nobody_late() {
        LmsClass all = new Download()
                .with("Alice Tan_101_assignsubmission_file/Conv.java")
                .zip(folder);
        assertThat(Download.accepted(all, "Alice Tan_101"))
                .returns(DEADLINE, submission -> submission.submittedAt())
                .satisfies(submission -> assertThat(submission.notices())
                        .anySatisfy(notice -> assertThat(notice.text()).contains("does not say when", "in time")));
    }

    @Test
    void the_worksheet_says_when_something_was_handed_in() {
        LmsClass all = new Download()
                .with("Alice Tan_101_assignsubmission_file/Conv.java")
                .with("Bob Müller_102_assignsubmission_file/Conv.java")
                .knowing(WORKSHEET)
                .zip(folder);
        assertThat(Download.accepted(all, "Alice Tan_101").submittedAt())
                .isEqualTo(Instant.parse("2022-09-18T13:30:00Z"));
        assertThat(Download.accepted(all, "Bob Müller_102").submittedAt()).isEqualTo(DEADLINE);
    }

    @Test
    void the_teachers_list_wins_and_knows_people_by_number() {
        LmsClass all = new Download()
                .with("Alice Tan_101_assignsubmission_file/Conv.java")
                .with("submissions.csv", "student,submitted_at\n101,2022-09-20T00:00:00Z\nzoe,2022-09-20T00:00:00Z\n")
                .folder(folder);
        assertThat(Download.accepted(all, "Alice Tan_101").submittedAt())
                .isEqualTo(Instant.parse("2022-09-20T00:00:00Z"));
        assertThat(Download.warnings(all)).anySatisfy(one -> assertThat(one).contains("line 3", "'zoe'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.java", "/etc/passwd", "C:\\evil.java", "Alice_1_assignsubmission_file/../../x"})
    void a_download_that_leads_out_of_itself_is_refused_as_a_whole(String name) {
        LmsClass all = new Download()
                .with("Alice_1_assignsubmission_file/Conv.java")
                .with(name, JAVA)
                .zip(folder);
        assertThat(all.opening()).isInstanceOf(FolderOpening.Invalid.class);
        assertThat(folder.resolve("../evil.java")).doesNotExist();
    }

    @Test
    void a_damaged_file_costs_its_student_alone() throws Exception {
        LmsClass all = new Download()
                .with("Alice_1_assignsubmission_file/Conv.java", "class A {} // " + "x".repeat(4000))
                .with("Bob_2_assignsubmission_file/Conv.java")
                .zip(folder);
        Path zip = folder.resolve("download.zip");
        byte[] bytes = java.nio.file.Files.readAllBytes(zip);
        bytes[90] ^= 0x55;
        java.nio.file.Files.write(zip, bytes);
        assertThat(Download.refused(all, "Alice_1")).isNotEmpty();
        assertThat(Download.paths(all, "Bob_2")).containsExactly("Conv.java");
    }

    @Test
    void people_without_a_group_hand_in_under_no_number() {
        LmsClass all = new Download()
                .with("Team 5_12_assignsubmission_file/Conv.java")
                .with("Default group_assignsubmission_file/Conv.java")
                .zip(folder);
        assertThat(Download.students(all)).containsExactly("Default group", "Team 5_12");
    }
}
