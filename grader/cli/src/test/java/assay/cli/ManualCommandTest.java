package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a graded class to marks and back, without any code: answers and texts alone. */
final class ManualCommandTest {
    @TempDir
    private Path scratch;

    private Path submissions;
    private Path results;

    @BeforeEach
    void grade() throws IOException {
        submissions = scratch.resolve("submissions");
        results = scratch.resolve("results");
        Path sample = TestBench.ROOT.resolve("submissions/samples/cs5242-hw4/solution");
        for (String student : new String[] {"ada", "bob"}) {
            Path folder = Files.createDirectories(submissions.resolve(student));
            Files.copy(sample.resolve("answers.yaml"), folder.resolve("answers.yaml"));
        }
        Files.writeString(submissions.resolve("ada/discussion.md"), "Weights are shared.\n");
        Files.writeString(
                submissions.resolve("submissions.csv"),
                "student,submitted_at,extension\nada,2022-09-12T09:00:00+08:00,\nbob,2022-09-12T09:00:00+08:00,\n");
        assertThat(gradeAgain().out()).contains("1.5 / 5 so far").contains("1.5 / 5 ");
    }

    @Test
    void marks_go_out_come_back_and_stay() throws IOException {
        Path table = scratch.resolve("marks.csv");
        assertThat(run("export", "--out", table.toString()).exit()).isZero();
        String exported = Files.readString(table);
        assertThat(exported).contains("Weights are shared.").doesNotContain("bob");

        Files.writeString(
                table,
                "student,part,item,points,comment\nada,discussion,dense-layers,0.15,\nada,discussion,convolutions,0.1,\"Which?\"\n"
                        + "ada,discussion,reason,0.2,\n");
        Said imported = run("import", table.toString());
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("1.95 / 5").contains("3 marks taken in; still pending: 0 students.");

        Said again = gradeAgain("--force");
        assertThat(again.out()).contains("1.95 / 5").doesNotContain("so far");
        assertThat(results.resolve("results/ada.html")).content().contains("Which?");
        assertThat(results.resolve("grades.csv")).content().contains("pending").contains(",1.95,WA,0");
    }

    @Test
    void marks_of_strangers_are_refused_and_nothing_changes() throws IOException {
        Path table = Files.writeString(
                scratch.resolve("marks.csv"), "student,part,item,points\nadda,discussion,reason,0.2\n");

        Said said = run("import", table.toString());

        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("There are no results of adda.");
        assertThat(results.resolve("manual.csv")).doesNotExist();
    }

    @Test
    void an_assignment_without_texts_has_nothing_to_mark() {
        Said said = TestBench.run("manual", "export", "ucu-hw2", results.toString());

        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("ucu-hw2 has no part that a person grades.");
    }

    private Said run(String command, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "manual";
        arguments[1] = command;
        arguments[2] = "cs5242-hw4";
        arguments[3] = results.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return TestBench.run(arguments);
    }

    private Said gradeAgain(String... more) {
        String[] arguments = new String[7 + more.length];
        String[] fixed = {
            "grade", "cs5242-hw4", submissions.toString(), "--out", results.toString(), "--sandbox", "process"
        };
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return TestBench.run(arguments);
    }
}
