package assay.sandbox.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a distribution's kernel is made from. {@code uname} on Debian says 6.1.0-18-amd64 for what is 6.1.76,
 * on Ubuntu 5.15.0-101-generic for what is 5.15.143, and holes are mended in the latter numbers.
 */
final class KernelVersion {
    /** With its day, at the end: before it stands the version of Debian's compiler, also where the kernel is somebody's own. */
    private static final Pattern DEBIAN =
            Pattern.compile("Debian (\\d+\\.\\d+\\.\\d+\\S*) \\(\\d{4}-\\d{2}-\\d{2}\\)\\s*$");

    private static final Pattern UBUNTU = Pattern.compile("^Ubuntu \\S+ (\\d+\\.\\d+\\.\\d+)");

    private KernelVersion() {}

    /** Of this machine's, where it tells; otherwise as it was given. */
    static String here(String uname) {
        return text("/proc/version_signature")
                .flatMap(signature -> ubuntu(signature, uname))
                .or(() -> text("/proc/version").flatMap(version -> debian(version, uname)))
                .orElse(uname);
    }

    /** @param version as {@code /proc/version} has it */
    static Optional<String> debian(String version, String uname) {
        return first(DEBIAN, version).map(packaged -> packaged + " (" + uname + ")");
    }

    /** @param signature as {@code /proc/version_signature} has it */
    static Optional<String> ubuntu(String signature, String uname) {
        return first(UBUNTU, signature).map(base -> base + " (" + uname + ")");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException e) {
            return Optional.empty(); // another distribution, or another system
        }
    }
}
