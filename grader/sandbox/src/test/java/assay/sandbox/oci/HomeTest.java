package assay.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Over folders that look like the kernel's. */
@EnabledOnOs(OS.LINUX)
final class HomeTest {
    private static final String DEAD = "4000000000-dead";

    @TempDir
    private Path folder;

    private Path base = Path.of("");
    private Path hierarchy = Path.of("");

    @BeforeEach
    void make_folders() throws IOException {
        base = Files.createDirectory(folder.resolve("base"));
        hierarchy = Files.createDirectory(folder.resolve("cgroup"));
        Files.createFile(hierarchy.resolve("cgroup.controllers"));
    }

    @Test
    void only_groups_of_the_dead_are_ended_whatever_their_lock_names() throws IOException {
        Process theirs = sleepIn(hierarchy.resolve("elsewhere.scope/assay").resolve(DEAD));
        List<Process> others = List.of(
                sleepIn(hierarchy.resolve("system.slice/ssh.service")),
                sleepIn(hierarchy.resolve("assay/another")),
                sleepIn(folder.resolve("no-groups/assay").resolve(DEAD)),
                sleepIn(hierarchy.resolve("assay").resolve(DEAD).resolve("container")));
        Files.write(
                base.resolve(DEAD + ".lock"),
                List.of(
                        hierarchy + "/elsewhere.scope/assay/" + DEAD,
                        hierarchy + "/system.slice/ssh.service",
                        hierarchy + "/assay/another",
                        folder + "/no-groups/assay/" + DEAD,
                        hierarchy + "/../no-groups/assay/" + DEAD,
                        "assay/" + DEAD));
        try {
            claim().close();

            assertThat(base).isEmptyDirectory();
            assertThat(theirs.onExit().join().exitValue()).isEqualTo(137);
            assertThat(others).allMatch(Process::isAlive);
        } finally {
            others.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void nothing_is_kept_where_others_may_write() throws IOException {
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createFile(base.resolve(DEAD + ".lock"));

        assertThatThrownBy(this::claim)
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("other users may write to " + base);
        assertThat(base.resolve(DEAD + ".lock")).exists();
    }

    @Test
    void containers_of_all_homes_have_numbers_of_their_own() throws IOException {
        try (Home one = claim();
                Home another = claim()) {
            assertThat(List.of(one.number("a", 3), another.number("b", 3), one.number("c", 3)))
                    .containsExactlyInAnyOrder(0L, 1L, 2L);
            assertThatThrownBy(() -> another.number("d", 3)).hasMessageContaining("all are taken");

            one.forget("c");
            another.forget("b");

            assertThat(List.of(another.number("d", 3), another.number("e", 3))).doesNotHaveDuplicates();
        }
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void numbers_of_the_dead_are_free_again() throws IOException {
        Files.createFile(base.resolve(DEAD + ".lock"));
        new Claims(base, DEAD).claim("a", 1);

        try (Home home = claim()) {
            assertThat(home.number("b", 1)).isZero();
        }
    }

    @Test
    void what_a_process_of_the_same_id_left_is_removed_and_what_we_have_is_not() throws IOException {
        String left = ProcessHandle.current().pid() + "-0a1b2c3d-dead";
        Files.createFile(base.resolve(left + ".lock"));
        Files.createDirectory(base.resolve(left));

        try (Home ours = claim();
                Home another = claim()) {
            assertThat(base.resolve(left)).doesNotExist();
            assertThat(base.resolve(left + ".lock")).doesNotExist();
            assertThat(List.of(base.resolve(ours.name()), base.resolve(another.name())))
                    .allMatch(Files::exists);
        }
    }

    @Test
    void threads_that_begin_at_once_do_not_mind_what_is_left() throws Exception {
        for (int i = 0; i < 200; i++) {
            Files.createFile(base.resolve(DEAD + i + ".lock"));
        }
        CyclicBarrier begin = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Home>> homes = IntStream.range(0, begin.getParties())
                    .mapToObj(_ -> threads.submit(() -> {
                        begin.await();
                        return claim();
                    }))
                    .toList();
            for (Future<Home> home : homes) {
                home.get().close();
            }
        }
        assertThat(base).isEmptyDirectory();
    }

    private Home claim() {
        return Home.claim(base, ControlGroups.at(hierarchy).orElseThrow());
    }

    /** A process that such a group would have in it. */
    private static Process sleepIn(Path group) throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(group);
        Files.writeString(group.resolve("cgroup.procs"), process.pid() + "\n");
        return process;
    }
}
