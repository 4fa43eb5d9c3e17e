package assay.e2e;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.port.GoldenSource;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import assay.golden.store.GoldenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the tests find the rooms of this checkout. */
public final class House {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path BUILD = Path.of("").toAbsolutePath().resolve("target");

    private House() {}

    public static Path root() {
        return ROOT;
    }

    /** What tests may write into, and what the next build may read. */
    public static Path build() {
        return BUILD;
    }

    public static Path samples(String assignment) {
        return ROOT.resolve("submissions").resolve("samples").resolve(assignment);
    }

    /** Of all assignments that are here, in the order of their ids. */
    static List<String> assignments() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("reference").resolve("assignments"))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("assignment.yaml")))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that train nothing. */
    static List<String> untrained() {
        return assignments().stream().filter(id -> !assignment(id).trains()).toList();
    }

    public static Assignment assignment(String id) {
        return assignmentIn(ROOT.resolve("reference").resolve("assignments").resolve(id));
    }

    public static Assignment assignmentIn(Path folder) {
        return switch (new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid invalid ->
                throw new AssertionError(invalid.problems().toString());
        };
    }

    /** Goldens and secret of this build, so that neither a person's store nor a person's secret is touched. */
    public static GoldenSource goldens() {
        return GoldenStore.in(BUILD.resolve("goldens"), BUILD.resolve("secret"));
    }
}
