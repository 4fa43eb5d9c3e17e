package assay.golden.draw;

import assay.core.domain.GraderFault;
import assay.golden.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 32 random bytes that only this installation knows; hidden cases are drawn from them. */
public final class InstallationSecret {
    private static final String FILE = "secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private InstallationSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The secret that lies in a directory, in the file {@code secret}, which only its owner can read. The first call
     * draws it; processes that call at once agree on one.
     *
     * @throws GraderFault if it cannot be read or written, or is not 32 bytes long: another one would change every
     *     hidden case, so it is never replaced
     */
    public static InstallationSecret in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(directory, file);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new GraderFault(
                        GraderFault.Code.STORAGE,
                        "read the installation's secret",
                        file + " has " + bytes.length + " bytes instead of " + BYTES
                                + "; restore it from a backup, or delete it to draw new hidden cases");
            }
            return new InstallationSecret(bytes);
        } catch (IOException e) {
            throw new GraderFault(
                    GraderFault.Code.STORAGE, "read or make the installation's secret " + file, e.toString());
        }
    }

    byte[] sign(byte[] material) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(material);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }

    private static void create(Path directory, Path file) throws IOException {
        PrivateFiles.createDirectories(directory);
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // Where another process is faster, its secret is the one.
        PrivateFiles.createIfAbsent(file, out -> out.write(bytes));
    }
}
