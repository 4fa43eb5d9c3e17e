package assay.core.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;

/** When a file was last changed, for want of better knowledge. */
final class FileTimes {
    private FileTimes() {}

    /** 1970 if the disk does not say: never late, and plain to see. */
    static Instant of(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException unknown) {
            return Instant.EPOCH;
        }
    }
}
