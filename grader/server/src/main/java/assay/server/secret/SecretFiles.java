package assay.server.secret;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets of an installation, each in a file that its owner alone can read. None has a value that is known before. */
public final class SecretFiles {
    private final Path folder;

    public SecretFiles(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** Makes a folder into which nobody else can look; one that is there stays as it is. */
    public static void privateFolder(Path folder) {
        try {
            Files.createDirectories(folder, permissions("rwx------"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make the folder " + folder, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** The secret of that name; drawn and written where there is none yet. */
    public byte[] ensure(String name, Supplier<byte[]> draw) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder, permissions("rwx------"));
            if (!Files.exists(file)) {
                create(file, draw.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read or make the secret " + file, e);
        }
    }

    /** Whoever is faster has made it. */
    private static void create(Path file, byte[] secret) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions("rw-------"))) {
            channel.write(ByteBuffer.wrap(secret));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
