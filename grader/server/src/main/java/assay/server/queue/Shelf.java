package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.domain.GraderFault;
import assay.core.yaml.Problem;
import assay.server.store.PublishedAssignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads published assignments, and keeps those that were used last. Safe for use by several threads. */
public final class Shelf {
    private static final int KEPT = 200;

    private final AssignmentReader reader;
    private final Map<String, Assignment> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Assignment> eldest) {
            return size() > KEPT;
        }
    });

    public Shelf(AssignmentReader reader) {
        this.reader = requireNonNull(reader, "reader is null");
    }

    /** What was published, and therefore checked. */
    public Assignment assignment(PublishedAssignment published) {
        Assignment known = read.get(published.digest());
        if (known != null) {
            return known;
        }
        return switch (reading(published.id(), published.yaml())) {
            case AssignmentReading.Read(Assignment assignment) -> {
                read.put(published.digest(), assignment);
                yield assignment;
            }
            case AssignmentReading.Invalid(List<Problem> problems) ->
                throw new GraderFault(
                        GraderFault.Code.STORAGE,
                        "read the published assignment " + published.id(),
                        "this version of Assay refuses it: " + problems.getFirst());
        };
    }

    /** Reads a file as it lies in no folder yet. */
    public AssignmentReading reading(String id, byte[] yaml) {
        try {
            Path work = Files.createTempDirectory("assay-assignment");
            try {
                Path folder = Files.createDirectory(work.resolve(id));
                Files.write(folder.resolve("assignment.yaml"), yaml);
                return reader.read(folder);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "lay out an assignment", e);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.toList();
        }
        for (Path path : inside.reversed()) {
            Files.deleteIfExists(path);
        }
    }
}
