package assay.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for changes in a folder and all below it, or in the folder of a file. */
final class FolderWatch implements AutoCloseable {
    private static final Set<String> BUILD_FOLDERS = Set.of("target", "out", "bin", "build");
    private static final long QUIET_MILLIS = 150; // an editor's save is several changes

    private final Path folder;
    private final WatchService service;

    private FolderWatch(Path folder, WatchService service) {
        this.folder = folder;
        this.service = service;
    }

    static FolderWatch of(Path fileOrFolder) throws IOException {
        Path absolute = fileOrFolder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path folder = Files.isDirectory(absolute) || parent == null ? absolute : parent;
        FolderWatch watch = new FolderWatch(folder, folder.getFileSystem().newWatchService());
        watch.register();
        return watch;
    }

    /** Waits for the next change and for quiet after it; false once the folder itself is gone. */
    boolean await() throws IOException, InterruptedException {
        for (WatchKey key = service.take(); key != null; key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            key.pollEvents();
            key.reset();
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        register();
        return true;
    }

    private void register() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (!holdsSources(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                try {
                    directory.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                } catch (IOException gone) {
                    return FileVisitResult.SKIP_SUBTREE; // in this moment, or not ours to read
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean holdsSources(Path directory) {
        for (Path name : folder.relativize(directory)) {
            if (BUILD_FOLDERS.contains(name.toString())
                    || (name.toString().startsWith(".") && name.toString().length() > 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
