package assay.core.lms;

import static assay.core.lms.Download.DEADLINE;
import static assay.core.lms.Download.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasDownloadTest {
    private static final String GRADEBOOK = """
        Student,ID,SIS User ID,SIS Login ID,Section,Homework 4 (4711)
            Points Possible,,,,,10.0
        "Tan, Alice",1001,A1,alice,T01,
        "Müller, Jörg",1002,A2,joerg,T01,
        "Victim_1001",1003,A3,eve,T01,
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "tanalice_1001_555_Conv.java, tanalice_1001, Conv.java, false",
        "tanalice_LATE_1001_555_Conv.java, tanalice_1001, Conv.java, true",
        "anon_x9Yz_555_Conv.java, anon_x9Yz, Conv.java, false",
        "LATE_anon_x9Yz_555_Conv.java, anon_x9Yz, Conv.java, true",
        "_1001_555_Conv.java, _1001, Conv.java, false",
        "tanalice_1001_555_Conv-1.java, tanalice_1001, Conv.java, false",
    })
    void names_are_read_as_canvas_writes_them(String file, String student, String source, boolean late) {
        LmsClass all = new Download().with(file).zip(folder);
        assertThat(all.system()).isEqualTo(LmsSystem.CANVAS);
        assertThat(Download.paths(all, student)).containsExactly(source);
        assertThat(Download.accepted(all, student).submittedAt()).isEqualTo(late ? DEADLINE.plusMillis(1) : DEADLINE);
    }

    @Test
    void several_files_of_one_student_are_one_submission_and_an_archive_is_opened() {
        LmsClass all = new Download()
                .with("tanalice_1001_555_Conv.java")
                .with("tanalice_1001_556_Pool.java", "class Pool {}")
                .with("mllerjrg_1002_557_hw4.zip", Download.zipOf("hw4/Conv.java", JAVA))
                .folder(folder);
        assertThat(Download.paths(all, "tanalice_1001")).containsExactly("Conv.java", "Pool.java");
        assertThat(Download.paths(all, "mllerjrg_1002")).containsExactly("hw4/Conv.java");
    }

    @Test
    void text_and_links_are_told_to_their_student() {
        LmsClass all = new Download()
                .with("tanalice_1001_555_Conv.java")
                .with("bobby_1004_text.html", "<p>here</p>")
                .with("carla_LATE_1005_link.html", "<a>")
                .zip(folder);
        assertThat(Download.refused(all, "bobby_1004")).contains("no Java source", "text.html");
        assertThat(Download.refused(all, "carla_1005")).contains("link.html");
    }

    /** The first is a student number before the file's name; the second is somebody who calls herself like that. */
    @ParameterizedTest
    @CsvSource({"tanalice_1001_555_1234567_Conv.java", "victim_1001_1003_557_Conv.java"})
    void what_can_be_of_two_people_is_nobodys_without_the_gradebook(String file) {
        LmsClass all = new Download().with(file).zip(folder);
        assertThat(Download.students(all)).containsExactly(file);
        assertThat(Download.refused(all, file)).contains("graded to nobody", "--worksheet");
    }

    @ParameterizedTest
    @CsvSource({
        "tanalice_1001_555_1234567_Conv.java, tanalice_1001",
        "victim_1001_1003_557_Conv.java, victim_1001_1003",
        "mllerjrg_1002_555_hw_4_2_Conv.java, mllerjrg_1002",
    })
    void with_the_gradebook_it_is_whose_it_is(String file, String student) {
        LmsClass all = new Download().with(file).knowing(GRADEBOOK).zip(folder);
        assertThat(Download.students(all)).containsExactly(student);
    }

    @Test
    void a_folder_of_ordinary_submissions_is_not_taken_for_one_of_canvas() {
        LmsClass all = new Download()
                .with("tan_1_2/Conv.java")
                .with("bob.zip", Download.zipOf("Conv.java", JAVA))
                .folder(folder);
        assertThat(all.system()).isEqualTo(LmsSystem.PLAIN);
        assertThat(Download.students(all)).containsExactly("bob", "tan_1_2");
    }

    @Test
    void a_zip_of_ordinary_submissions_is_read_like_a_folder() {
        LmsClass all = new Download()
                .with("class/ada/Conv.java")
                .with("class/bob.zip", Download.zipOf("Conv.java", JAVA))
                .zip(folder);
        assertThat(all.system()).isEqualTo(LmsSystem.PLAIN);
        assertThat(Download.paths(all, "ada")).containsExactly("Conv.java");
        assertThat(Download.paths(all, "bob")).containsExactly("Conv.java");
    }

    @Test
    void one_number_under_two_names_is_graded_to_nobody() {
        LmsClass all = new Download()
                .with("tanalice_1001_555_Conv.java")
                .with("someoneelse_1001_556_Conv.java")
                .zip(folder);
        assertThat(Download.refused(all, Download.students(all).getFirst())).contains("under two names");
    }
}
