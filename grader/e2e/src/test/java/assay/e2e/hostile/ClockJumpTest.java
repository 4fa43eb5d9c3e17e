package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.sandbox.testing.ReadyEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's clock is set forward and back by more than a year, every second or so, all through a run: by libfaketime,
 * which tells the grading process another time and leaves the monotonic clock alone, as setting a clock does.
 */
@Tag("docker")
@EnabledOnOs(OS.LINUX)
final class ClockJumpTest {
    private static final List<String> STUDENTS =
            List.of("twin-plain", "twin-lambdas", "twin-short-sleep", "D04-zeros", "A01-endless-loop", "A03-sleep");
    private static final List<String> TIMES = List.of("+400d", "-400d", "+0d");

    /** Of what the undisturbed run takes: far below a day, which is what a limit by the clock would take. */
    private static final int TIMES_AS_LONG = 5;

    private static final Duration A_BUSY_MACHINE = Duration.ofMinutes(1);

    @Test
    void a_clock_that_jumps_changes_no_grade_and_no_time_out(@TempDir Path folder) throws Exception {
        Optional<FakeTime> time = FakeTime.by(folder.resolve("time"));
        assumeTrue(time.isPresent(), "there is no libfaketime (Debian's package faketime)");
        assertThat(ReadyEngine.images()).isNotNull();
        GradeProcess straight = new GradeProcess(folder, List.of("--jobs", "2"), Map.of(), STUDENTS);
        GradeProcess jumping =
                new GradeProcess(folder, List.of("--jobs", "2"), time.get().environment(), STUDENTS);
        long start = System.nanoTime();
        int exit = straight.run(folder.resolve("undisturbed"));
        Duration atMost = Duration.ofNanos(System.nanoTime() - start)
                .multipliedBy(TIMES_AS_LONG)
                .plus(A_BUSY_MACHINE);

        Path out = folder.resolve("jumped");
        Process run = jumping.start(out);
        boolean ended = jump(run, time.get(), atMost);
        run.destroyForcibly().waitFor();

        assertThat(ended).as("within %s: %s", atMost, jumping.said()).isTrue();
        assertThat(run.exitValue()).as(jumping.said()).isEqualTo(exit);
        String grades = GradeProcess.grades(out);
        assertThat(grades).isEqualTo(GradeProcess.grades(folder.resolve("undisturbed")));
        assertThat(grades.lines().filter(row -> row.contains("TLE"))).hasSize(2);
    }

    /** Sets the clock until the run is over; whether it ended in time. */
    private static boolean jump(Process run, FakeTime time, Duration atMost) throws IOException, InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        for (int jumps = 0; System.nanoTime() - until < 0; jumps++) {
            time.set(TIMES.get(jumps % TIMES.size()));
            if (run.waitFor(1500, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }
}
