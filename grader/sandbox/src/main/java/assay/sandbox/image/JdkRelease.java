package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file {@code release} of a JDK, which says what it is. */
record JdkRelease(String text) {
    private static final String VERSION = "JAVA_RUNTIME_VERSION=";

    JdkRelease {
        requireNonNull(text, "text is null");
    }

    static JdkRelease of(Path home) {
        try {
            return new JdkRelease(Files.readString(home.resolve("release")));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "read the version of the JDK at " + home, e);
        }
    }

    String version() {
        return text.lines()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()).replace("\"", ""))
                .findFirst()
                .orElse("without a version");
    }
}
