package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system. A wait that ends too early shows in what it waited for, one that does not in the time-out. */
@Timeout(30)
class FolderWatchTest {
    @TempDir
    private Path folder;

    private final ExecutorService waiting = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop_waiting() {
        waiting.shutdownNow();
    }

    @Test
    void a_save_is_noticed_in_a_new_folder_too() throws Exception {
        try (FolderWatch watch = FolderWatch.of(folder)) {
            Future<Boolean> first = waiting.submit(watch::await);
            Path inner = Files.createDirectories(folder.resolve("src/main"));
            assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();

            Future<Boolean> second = waiting.submit(watch::await);
            Files.writeString(inner.resolve("Mine.java"), "class Mine {}");
            assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_a_build_or_an_editor_writes_is_no_save() throws Exception {
        Path built = Files.createDirectories(folder.resolve("target/classes"));
        Path hidden = Files.createDirectories(folder.resolve(".idea"));
        try (FolderWatch watch = FolderWatch.of(folder)) {
            Future<Boolean> change = waiting.submit(watch::await);
            Files.writeString(built.resolve("Mine.class"), "");
            Files.writeString(hidden.resolve("workspace.xml"), "");
            assertThat(change).isNotDone();

            Files.writeString(folder.resolve("Mine.java"), "class Mine {}");
            assertThat(change.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void for_an_archive_its_folder_is_watched() throws Exception {
        Path archive = Files.writeString(folder.resolve("mine.zip"), "");
        try (FolderWatch watch = FolderWatch.of(archive)) {
            Future<Boolean> change = waiting.submit(watch::await);
            Files.writeString(archive, "PK");
            assertThat(change.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_folder_that_goes_away_ends_the_watch() throws Exception {
        Path going = Files.createDirectory(folder.resolve("going"));
        try (FolderWatch watch = FolderWatch.of(going)) {
            Future<Boolean> change = waiting.submit(watch::await);
            Files.delete(going);
            assertThat(change.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }
}
