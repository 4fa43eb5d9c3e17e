package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk with the results gets full in the middle, on a small file system of its own. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
    private static final int FAULT = 3;

    @Test
    void what_is_written_stays_whole_and_with_more_room_the_same_command_goes_on(@TempDir Path folder)
            throws Exception {
        GradeProcess grade = new GradeProcess(folder, List.of("--jobs", "1", "--sandbox", "process"), Map.of());
        int exit = grade.run(folder.resolve("undisturbed"));
        Path out = Files.createDirectory(folder.resolve("out"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=160k", "assay-test", out.toString()), "mounting takes root");
        try {
            assertThat(grade.run(out)).as(grade.said()).isEqualTo(FAULT);
            assertThat(grade.said()).contains("No space left on device");
            assertThat(GradeProcess.intact(out)).isBetween(1L, GradeProcess.students() - 1L);

            assertThat(done("mount", "-o", "remount,size=64m", out.toString())).isTrue();
            assertThat(grade.run(out)).as(grade.said()).isEqualTo(exit);
            assertThat(grade.said()).contains("(unchanged)");
            assertThat(GradeProcess.grades(out)).isEqualTo(GradeProcess.grades(folder.resolve("undisturbed")));
        } finally {
            assertThat(done("umount", out.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
