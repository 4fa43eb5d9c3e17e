package assay.e2e.reliability;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where PostgreSQL's programs are: the system's own, which can also dump; otherwise those that the tests come with. */
final class PostgresPrograms {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresPrograms() {}

    /** The folder with initdb and postgres in it. */
    static Path in(Path work) throws IOException, InterruptedException {
        Optional<Path> system = ofSystem();
        return system.isPresent() ? system.get() : unpacked(work);
    }

    /** With pg_dump and pg_restore. */
    static Optional<Path> ofSystem() throws IOException {
        if (Files.notExists(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static Path unpacked(Path work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("postgresql"));
        Path archive = folder.resolve("archive.txz");
        try (InputStream in = requireNonNull(PostgresPrograms.class.getResourceAsStream(ARCHIVE), ARCHIVE)) {
            Files.copy(in, archive);
        }
        Programs.run("tar", "-xJf", archive.toString(), "-C", folder.toString());
        return folder.resolve("bin");
    }
}
