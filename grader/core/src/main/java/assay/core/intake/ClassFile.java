package assay.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** One file of a class's download; read only when it is asked for. Immutable, and safe to share. */
public final class ClassFile {
    /** Opens the file anew at each call. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final String path;
    private final Instant modified;
    private final boolean special;
    private final Source source;

    ClassFile(String path, Instant modified, boolean special, Source source) {
        this.path = requireNonNull(path, "path is null");
        this.modified = requireNonNull(modified, "modified is null");
        this.special = special;
        this.source = requireNonNull(source, "source is null");
    }

    /** From the top of the download, with forward slashes, without empty, {@code .} and {@code ..} segments. */
    public String path() {
        return path;
    }

    /** The first segment: the name of a folder, or of the file itself. */
    public String top() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    public boolean isAtTheTop() {
        return path.indexOf('/') < 0;
    }

    /** What the disk or the zip says, which in a download is often the time of the download. */
    public Instant modified() {
        return modified;
    }

    /** Whether it is a link or a device, which are never read. */
    boolean isSpecial() {
        return special;
    }

    InputStream open() throws IOException {
        return source.open();
    }

    /**
     * The whole of a small file of the system's own.
     *
     * @throws IOException where it cannot be read or is longer than that; the message says so in one sentence
     */
    public byte[] read(int longest) throws IOException {
        if (special) {
            throw EntryPath.refused(path, "is a link or a device, not a file");
        }
        try (InputStream in = source.open()) {
            return Bytes.read(in, longest, Shown.quoted(path));
        }
    }

    /** The same file, found under another path. */
    public ClassFile below(String folder) {
        return new ClassFile(path.substring(folder.length() + 1), modified, special, source);
    }
}
