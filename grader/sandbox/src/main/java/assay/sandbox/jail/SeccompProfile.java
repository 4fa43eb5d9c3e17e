package assay.sandbox.jail;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which system calls a JVM in a container may make: those that it needs under glibc, and no others. In the words that
 * Docker's profiles and the OCI's {@code linux.seccomp} share, so that both back ends pass it on as it is. It names no
 * architecture: then a runtime adds the machine's own alone, and calls by another's numbers kill the process.
 *
 * <p>What is not on the list fails with EPERM. Beyond what Docker's own profile refuses: every process but the JVM
 * itself, sockets of every family, locks on files (two containers of one image share inodes), signals to processes,
 * setting limits, memfd, huge pages (no limit of memory counts them). {@code clone3} hides its flags behind a pointer: ENOSYS, so that glibc takes {@code clone}.
 *
 * <p>The process cannot exit with {@value #KILLED}: who tries dies of a signal of another number. So where this profile
 * is in force, that exit code says that the process was killed from outside its container.
 *
 * @param json the profile
 */
public record SeccompProfile(String json) {
    /** What a killed process leaves as its exit code, by convention: 128 and the number of SIGKILL. */
    public static final int KILLED = 137;

    private static final String RESOURCE = "/assay/sandbox/image/seccomp.json";

    public SeccompProfile {
        requireNonNull(json, "json is null");
    }

    /** SHA-256, in hexadecimal. */
    public String digest() {
        return Digests.of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The one for compilers and runners. */
    public static SeccompProfile ours() {
        try (InputStream in = SeccompProfile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new SeccompProfile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
