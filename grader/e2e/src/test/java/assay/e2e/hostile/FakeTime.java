package assay.e2e.hostile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * libfaketime, which tells a process another time as a file says, and leaves the monotonic clock alone, as setting a clock
 * does.
 */
public final class FakeTime {
    private final Path library;
    private final Path file;

    private FakeTime(Path library, Path file) {
        this.library = requireNonNull(library, "library is null");
        this.file = requireNonNull(file, "file is null");
    }

    /** Empty where it is not installed (Debian's package faketime). */
    public static Optional<FakeTime> by(Path file) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:/usr/lib/**/libfaketimeMT.so.1");
        try (Stream<Path> all = Files.find(Path.of("/usr/lib"), 4, (path, is) -> matcher.matches(path))) {
            Optional<FakeTime> found = all.findFirst().map(library -> new FakeTime(library, file));
            if (found.isPresent()) {
                found.get().set("+0d");
            }
            return found;
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** @param off from the right time, e.g. {@code -400d}; seen within a second */
    public void set(String off) throws IOException {
        Files.writeString(file, off);
    }

    /** Of the process that is told. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1", // it reads the file once a second
                "FAKETIME_FORCE_MONOTONIC_FIX", "0", // or else every wait with a limit spins
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "NO_FAKE_STAT", "1"); // files keep their times
    }
}
