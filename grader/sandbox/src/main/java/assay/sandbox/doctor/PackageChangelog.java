package assay.sandbox.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What Debian and those after it write down of each package that they mend: the holes by their ids. */
final class PackageChangelog {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final Map<String, List<String>> PACKAGES = Map.of(
            "runc", List.of("runc", "runc-app"),
            "containerd", List.of("containerd", "containerd-app"),
            "docker", List.of("docker.io", "docker.io-app"));

    private final Path documents;
    private final Map<String, String> versions;

    /**
     * @param documents where packages keep theirs, {@code /usr/share/doc}
     * @param versions of the programs that run, since a package may be newer than what has been started
     */
    PackageChangelog(Path documents, Map<String, String> versions) {
        this.documents = documents;
        this.versions = Map.copyOf(versions);
    }

    /** @param versions of the programs that run */
    static PackageChangelog ofThisMachine(Map<String, String> versions) {
        return new PackageChangelog(Path.of("/usr/share/doc"), versions);
    }

    /** Whether the package that a program is from says that it has mended that hole. */
    boolean mended(String program, String hole) {
        String version = versions.getOrDefault(program, "");
        return PACKAGES.getOrDefault(program, List.of()).stream()
                .flatMap(name -> read(name).stream())
                .filter(text -> !version.isEmpty()
                        && text.lines().findFirst().orElse("").contains(version))
                .anyMatch(text -> text.contains(hole));
    }

    private Optional<String> read(String name) {
        Path file = documents.resolve(name).resolve("changelog.Debian.gz");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // then the package says nothing
        }
    }
}
