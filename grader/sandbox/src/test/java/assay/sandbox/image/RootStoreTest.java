package assay.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class RootStoreTest {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
    private static final ImageSource.FromJdk JDK = new ImageSource.FromJdk(Path.of(System.getProperty("java.home")));

    @TempDir
    private Path work;

    @Test
    void what_nobody_uses_is_removed_and_what_some_process_uses_is_not() throws IOException {
        for (String digest : List.of("new", "newer", "unused", "ours", "theirs")) {
            Files.createFile(Files.createDirectory(work.resolve(digest)).resolve("file"));
        }
        RootStore store = new RootStore(work, InstantSource.fixed(LONG_AGO), _ -> {});
        ensure(store, "ours");
        ensure(new RootStore(work, InstantSource.fixed(LONG_AGO), _ -> {}), "ours"); // lets go of nothing
        Files.setLastModifiedTime(work.resolve("unused"), FileTime.from(LONG_AGO));
        Process another = another("theirs");
        try (BufferedReader said = another.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            Files.setLastModifiedTime(work.resolve("theirs"), FileTime.from(LONG_AGO));

            store.prune();
            assertThat(folders()).containsExactlyInAnyOrder("new", "newer", "ours", "theirs");

            another.destroyForcibly().onExit().join();
            store.prune();
            assertThat(folders()).containsExactlyInAnyOrder("new", "newer", "ours");
        } finally {
            another.destroyForcibly();
        }
    }

    @Test
    void nothing_is_run_from_where_others_may_write() throws IOException {
        Files.createDirectory(work.resolve("theirs"));
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> ensure(new RootStore(work, InstantSource.fixed(LONG_AGO), _ -> {}), "theirs"))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("other users may write to " + work);
    }

    @Test
    void a_thread_waits_for_another_that_makes_them() throws InterruptedException {
        List<String> made = new ArrayList<>();
        Thread second = new Thread(() -> ensureInVain("second", () -> made.add("second")));
        ensureInVain("first", () -> {
            second.start();
            while (!EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED).contains(second.getState())) {
                Thread.onSpinWait();
            }
            made.add("first");
        });
        second.join();

        assertThat(made).containsExactly("first", "second");
    }

    private void ensureInVain(String digest, Runnable making) {
        RootStore store = new RootStore(work, InstantSource.fixed(LONG_AGO), _ -> {});
        assertThatThrownBy(() -> store.ensure("roots that are not there", JDK, digest, _ -> {
                    making.run();
                    throw new IOException("enough");
                }))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("enough");
    }

    @Test
    void their_path_is_whole_and_has_no_link_in_it() throws IOException {
        Path real = Files.createDirectories(work.resolve("elsewhere/roots")).toRealPath();
        Files.createDirectory(real.resolve("made"));
        Path link = Files.createSymbolicLink(work.resolve("link"), work.resolve("elsewhere"));
        Path relative = Path.of("").toAbsolutePath().relativize(real);

        for (Path way : List.of(link.resolve("roots"), relative)) {
            RootStore store = new RootStore(way, InstantSource.fixed(LONG_AGO), _ -> {});
            assertThat(ensure(store, "made").folder()).isEqualTo(real.resolve("made"));
        }
    }

    private static RootFolders ensure(RootStore store, String digest) {
        return store.ensure("roots that are there", JDK, digest, _ -> {});
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(work)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .toList();
        }
    }

    private Process another(String digest) throws IOException {
        return new ProcessBuilder(
                        JDK.home().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Another.class.getName(),
                        work.toString(),
                        digest)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Uses them until it is killed. */
    static final class Another {
        private Another() {}

        public static void main(String[] args) throws IOException {
            ensure(new RootStore(Path.of(args[0]), InstantSource.fixed(LONG_AGO), _ -> {}), args[1]);
            System.out.println("held");
            assertThat(System.in.read()).isEqualTo(-1);
        }
    }
}
