package assay.sandbox.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
final class SafeFoldersTest {
    /** More than a mask leaves of them. */
    private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rwxrwx--x");

    private static final int SOMEBODY = 4242;

    @TempDir
    private Path above;

    @Test
    void all_that_is_missing_is_made_and_what_is_there_is_left() throws IOException {
        Path folder = above.resolve("a/b");

        SafeFolders.make(folder, PERMISSIONS);
        SafeFolders.make(folder, PosixFilePermissions.fromString("rwx------"));

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PERMISSIONS);
        assertThat(Files.getPosixFilePermissions(above.resolve("a"))).isEqualTo(PERMISSIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "a/b/c"})
    void nothing_is_made_below_a_folder_of_somebody_else(String folder) throws IOException {
        give(above);

        assertRefused(above.resolve(folder), above + " belongs to the user 4242");
        assertThat(above).isEmptyDirectory();
    }

    @Test
    void nothing_is_made_where_others_may_write() throws IOException {
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefused(above.resolve("a"), "other users may write to " + above);
    }

    @Test
    void nothing_is_made_where_a_group_of_others_may_write() throws IOException {
        assumeRoot();
        Files.setAttribute(above, "unix:gid", SOMEBODY);
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertRefused(above.resolve("a"), "other users may write to " + above);
    }

    @Test
    void what_is_ours_below_a_folder_of_all_such_as_tmp_stays_ours() throws IOException {
        Files.setAttribute(above, "unix:mode", 01777);

        SafeFolders.make(above.resolve("a"), PERMISSIONS);

        assertRefused(above, "other users may write to " + above); // not all in it is ours
    }

    @Test
    void a_link_is_as_good_as_where_it_leads_and_where_it_lies() throws IOException {
        Path theirs = Files.createDirectory(above.resolve("theirs"));
        Path ours = Files.createDirectory(above.resolve("ours"));
        Path intoTheirs = Files.createSymbolicLink(above.resolve("link"), Files.createDirectory(theirs.resolve("a")));
        Path intoOurs = Files.createSymbolicLink(theirs.resolve("link"), ours);
        Path good = Files.createSymbolicLink(above.resolve("good"), ours);
        give(theirs);

        SafeFolders.make(good.resolve("a"), PERMISSIONS);
        assertRefused(intoTheirs, theirs + " belongs");
        assertRefused(intoOurs, theirs + " belongs");
    }

    private static void assertRefused(Path folder, String why) throws IOException {
        assertThat(SafeFolders.problem(folder))
                .hasValueSatisfying(problem -> assertThat(problem).contains(why));
        assertThatThrownBy(() -> SafeFolders.make(folder, PERMISSIONS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    private static void give(Path folder) throws IOException {
        assumeRoot();
        Files.setAttribute(folder, "unix:uid", SOMEBODY);
    }

    private static void assumeRoot() throws IOException {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root gives folders away");
    }
}
