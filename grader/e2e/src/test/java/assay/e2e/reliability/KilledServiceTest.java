package assay.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.e2e.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few kills of server, worker and PostgreSQL; docs/reliability.md has the command for many, and for the engine. */
@Tag("slow")
final class KilledServiceTest {
    private static final int SUBMISSIONS = 60;
    private static final int KILLS = 2;
    /** A dead worker's jobs are then taken up after 12 s, not 60: the same way, and most of what this takes. */
    private static final int HEARTBEAT = 2;

    @Test
    void every_submission_is_graded_once_and_every_grade_told_once() throws Exception {
        assumeTrue(
                Files.isDirectory(House.root().resolve("grader/cli/target/assay/lib")),
                "the command line is not built");
        Path work = Files.setPosixFilePermissions(
                Files.createTempDirectory("assay-killed"), PosixFilePermissions.fromString("rwxr-xr-x"));

        boolean good = Kills.run(new Kills.Plan(SUBMISSIONS, KILLS, 3, "process", 20260301, false, HEARTBEAT), work);

        assertThat(good).as("what the output says; logs in " + work).isTrue();
    }
}
