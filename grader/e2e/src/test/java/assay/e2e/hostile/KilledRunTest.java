package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.testing.ReadyEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL, which nobody hears coming, at ten points of a run: the same command goes on, and tidies up. */
@Tag("docker")
final class KilledRunTest {
    private static final int POINTS = 10;

    @Test
    void a_run_that_is_killed_anywhere_is_finished_by_the_next(@TempDir Path folder) throws Exception {
        assertThat(ReadyEngine.images()).isNotNull();
        GradeProcess grade = new GradeProcess(folder, List.of("--jobs", "2"), Map.of());
        grade.run(folder.resolve("first")); // makes the goldens
        long start = System.nanoTime();
        int exit = grade.run(folder.resolve("undisturbed"));
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        String grades = GradeProcess.grades(folder.resolve("undisturbed"));
        int killed = 0;

        for (int point = 1; point <= POINTS; point++) {
            Path out = folder.resolve("out" + point);
            Process run = grade.start(out);
            boolean ended = run.waitFor(whole.toMillis() * point / (POINTS + 1), TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;
            assertThat(GradeProcess.intact(out)).isLessThanOrEqualTo(GradeProcess.students());

            assertThat(grade.run(out)).as(grade.said()).isEqualTo(exit);
            assertThat(GradeProcess.grades(out)).isEqualTo(grades);
            assertThat(OwnedContainers.of(run.pid()))
                    .as("after point %d", point)
                    .isEmpty();
        }
        assertThat(killed).as("runs that were killed before their end").isPositive();
    }
}
