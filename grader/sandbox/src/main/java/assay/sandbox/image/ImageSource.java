package assay.sandbox.image;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the images' Java comes from. */
public sealed interface ImageSource {
    /** What is pulled where the installed JDK does not do. */
    String PUBLIC_BASE = "eclipse-temurin:25-jdk";

    /**
     * A JDK of this machine, which must be of the engine's kind: Linux, the same processor. Needs no registry.
     *
     * @param home with jlink
     */
    record FromJdk(Path home) implements ImageSource {
        public FromJdk {
            requireNonNull(home, "home is null");
        }
    }

    /**
     * An image with a JDK 25.
     *
     * @param image by name, e.g. {@code eclipse-temurin:25-jdk}
     */
    record FromBase(String image) implements ImageSource {
        public FromBase {
            requireNonNull(image, "image is null");
        }
    }

    /** What an image depends on, besides what is put into it. */
    default String identity() {
        return switch (this) {
            case FromJdk(Path home) -> "jdk " + JdkRelease.of(home).text();
            case FromBase(String image) -> "base " + image;
        };
    }

    /** In words. */
    default String describe() {
        return switch (this) {
            case FromJdk(Path home) -> "JDK " + JdkRelease.of(home).version();
            case FromBase(String image) -> image;
        };
    }

    /** The JDK that runs this, if an engine of that kind can use it; else the public image. */
    static ImageSource ofThisMachine(String engineOs, String engineArchitecture) {
        Path home = Path.of(System.getProperty("java.home"));
        boolean same = System.getProperty("os.name").equals("Linux")
                && engineOs.equals("linux")
                && engineArchitecture.equals(goName(System.getProperty("os.arch")));
        boolean links = Files.isExecutable(home.resolve("bin").resolve("jlink"));
        return same && links ? new FromJdk(home) : new FromBase(PUBLIC_BASE);
    }

    /** Of a processor: Java and Go agree on amd64 alone. */
    private static String goName(String osArch) {
        return osArch.equals("aarch64") ? "arm64" : osArch;
    }
}
