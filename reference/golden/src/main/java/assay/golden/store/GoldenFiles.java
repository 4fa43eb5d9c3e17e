package assay.golden.store;

import static java.util.Objects.requireNonNull;

import assay.core.pack.GoldenPack;
import assay.core.pack.PackException;
import assay.core.port.GoldenCase;
import assay.golden.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory with two files a golden: {@code KEY.golden}, a pack with that one golden, and {@code KEY.txt}, which says
 * to a person what it is. Nothing that is wrong with a file is an error: the golden can be made again.
 */
final class GoldenFiles {
    private static final Logger logger = LoggerFactory.getLogger(GoldenFiles.class);

    private final Path directory;
    private final AtomicBoolean warned = new AtomicBoolean(); // a full disk is said once, not with each golden

    GoldenFiles(Path directory) {
        this.directory = requireNonNull(directory, "directory is null");
    }

    /** What was written under that key; empty if nothing was, or if it is damaged. */
    Optional<GoldenCase> read(String key) {
        Path file = pack(key);
        try (InputStream in = Files.newInputStream(file)) {
            Optional<GoldenCase> golden = GoldenPack.read(in).find(key);
            if (golden.isEmpty()) {
                logger.warn("The golden {} is of another case; it is made again", file);
            }
            return golden;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (PackException e) {
            logger.warn("The golden {} is damaged ({}); it is made again", file, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            logger.warn("The golden {} cannot be read ({}); it is made again", file, e.toString());
            return Optional.empty();
        }
    }

    /** Writes it for the next time; where that fails, the golden at hand is as good. */
    void write(String key, GoldenCase golden, GoldenRequest request) {
        GoldenPack pack = new GoldenPack(List.of(new GoldenPack.Entry(key, golden)));
        String about = String.join("\n", GoldenAccount.of(request, golden)) + "\n";
        try {
            PrivateFiles.createDirectories(directory);
            PrivateFiles.replace(pack(key), pack::write);
            PrivateFiles.replace(
                    directory.resolve(key + ".txt"), out -> out.write(about.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            if (!warned.getAndSet(true)) {
                logger.warn("Goldens cannot be kept in {} ({}); they will be made again", directory, e.toString());
            }
        }
    }

    private Path pack(String key) {
        return directory.resolve(key + ".golden");
    }
}
