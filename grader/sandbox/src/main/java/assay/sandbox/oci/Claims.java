package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that the containers of one home have for themselves among all homes of a base. Each is a link to the home: it is
 * made by one alone, and says from the start whose it is, so that those of the dead can be told.
 */
final class Claims {
    private static final String PREFIX = "number-";

    private final Path base;
    private final Path owner;
    private final AtomicLong next = new AtomicLong();
    private final Map<String, Path> links = new ConcurrentHashMap<>();

    /** @param owner the home's name */
    Claims(Path base, String owner) {
        this.base = requireNonNull(base, "base is null");
        this.owner = Path.of(owner);
    }

    /**
     * A number that no other container has, until it is forgotten. They come in turn.
     *
     * @param count of the numbers there are, from 0
     */
    long claim(String container, long count) throws IOException {
        for (long tried = 0; tried < count; tried++) {
            long number = next.getAndIncrement() % count;
            Path link = base.resolve(PREFIX + number);
            try {
                links.put(container, Files.createSymbolicLink(link, owner));
                return number;
            } catch (FileAlreadyExistsException e) {
                // somebody else's: the next one
            }
        }
        throw new IOException("there are users for " + count + " containers at once, and all are taken");
    }

    /** Nothing where it has none. */
    void forget(String container) throws IOException {
        Optional<Path> link = Optional.ofNullable(links.remove(container));
        if (link.isPresent()) {
            Files.deleteIfExists(link.get());
        }
    }

    /** All that the home still has, also of an earlier process. */
    void forgetAll() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path link : all) {
                if (isOurs(link)) {
                    Files.deleteIfExists(link);
                }
            }
        }
    }

    private boolean isOurs(Path link) {
        try {
            return Files.readSymbolicLink(link).equals(owner);
        } catch (IOException e) {
            return false; // forgotten in the meantime
        }
    }
}
