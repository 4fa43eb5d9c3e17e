package assay.core.intake;

import assay.core.domain.DataSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads into memory, up to a cap that holds whatever the file or the archive claims about itself. */
final class Bytes {
    private Bytes() {}

    /** A regular file, never through a link and never from a pipe or device, which could block for ever. */
    static byte[] read(Path file, long cap) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new Refusal("is not a regular file.");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return read(in, cap, "");
        }
    }

    /** @param name of what is read, for the refusal; empty where the caller puts it */
    static byte[] read(InputStream in, long cap, String name) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(cap + 1));
        if (bytes.length > cap) {
            throw new Refusal((name + " is larger than " + new DataSize(cap) + ".").stripLeading());
        }
        return bytes;
    }

    /** Why a file could not be read, to follow its name. */
    static String why(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.reason();
            case AccessDeniedException denied -> "cannot be read: access is denied.";
            case NoSuchFileException gone -> "cannot be read: it is not there.";
            default -> "cannot be read: " + Shown.plain(String.valueOf(failure.getMessage())) + ".";
        };
    }
}
