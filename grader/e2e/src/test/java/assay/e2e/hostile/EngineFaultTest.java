package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to the engine in the middle of a run costs nobody a point. On an engine of the test's own, for which images
 * are built anew: so only with {@code -Dassay.test.engine-faults=true}.
 */
@Tag("docker")
@EnabledIfSystemProperty(
        named = "assay.test.engine-faults",
        matches = "true",
        disabledReason = "builds images anew on an engine of its own: minutes on a busy machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EngineFaultTest {
    private static final int FAULT = 3;

    private Path folder = Path.of("");
    private PrivateEngine engine;
    private GradeProcess grade;
    private String grades = "";

    @BeforeAll
    void start_an_engine(@TempDir Path scratch) throws Exception {
        folder = scratch;
        assumeTrue(PrivateEngine.possible(), "an engine of one's own takes root, dockerd and docker");
        engine = PrivateEngine.in(Files.createTempDirectory("assay-e"));
        grade = new GradeProcess(folder, List.of("--jobs", "2"), engine.environment());
        grade.run(folder.resolve("undisturbed")); // builds the images
        grades = GradeProcess.grades(folder.resolve("undisturbed"));
    }

    @AfterAll
    void stop_the_engine() throws Exception {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void an_engine_that_is_restarted_costs_nobody_a_point() throws Exception {
        Path out = folder.resolve("restarted");
        Process run = grade.start(out);
        awaitFirstRecord(out, run);
        engine.restart();
        run.waitFor();

        assertSoon(out, run.exitValue());
    }

    @Test
    void an_image_that_is_removed_is_built_again_by_the_next_run() throws Exception {
        Path out = folder.resolve("removed");
        Process run = grade.start(out);
        awaitFirstRecord(out, run);
        while (run.isAlive() && !engine.docker("images", "--quiet").isEmpty()) {
            for (String container : engine.docker("ps", "--all", "--quiet")) {
                engine.tries("rm", "--force", container); // an image in use stays
            }
            for (String image : engine.docker("images", "--quiet")) {
                engine.tries("rmi", "--force", image);
            }
        }
        run.waitFor();

        assertSoon(out, run.exitValue());
    }

    /** Either all went well, or what did not is ours to do again: the next run has the undisturbed grades. */
    private void assertSoon(Path out, int exit) throws Exception {
        assertThat(exit).as(grade.said()).isIn(0, 1, FAULT);
        assertThat(GradeProcess.intact(out)).isPositive();
        for (String row : GradeProcess.grades(out).lines().toList()) {
            assertThat(grades.lines().toList().contains(row) || row.endsWith(",IE"))
                    .as("%s\n%s", row, grade.said())
                    .isTrue();
        }
        assertThat(grade.run(out)).as(grade.said()).isLessThan(2);
        assertThat(GradeProcess.grades(out)).isEqualTo(grades);
        assertThat(engine.docker("ps", "--all", "--quiet")).isEmpty();
    }

    private static void awaitFirstRecord(Path out, Process run) throws Exception {
        while (GradeProcess.intact(out) == 0 && !run.waitFor(20, TimeUnit.MILLISECONDS)) {
            continue;
        }
    }
}
