package assay.core.desk;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small assignment of answers and a text, and submissions to it. */
public final class DeskExamples {
    private static final String YAML = """
            id: desk
            title: At the desk
            version: 1
            zone: UTC
            deadline: 2026-01-01T00:00:00Z
            late: { per-day: 10%, basis: earned }
            feedback: FEEDBACK
            parts:
              - id: sizes
                title: Sizes
                points: 4
                answers:
                  given: { places: 10 }
                  rows:
                    - { id: weights, ask: Weights, points: 1, expect: 200, within: 1%, accept: [{ value: 210, credit: 50%, because: With biases. }] }
                    - { id: macs, ask: Operations, points: 1, formula: "weights * places" }
                    - { id: shape, ask: Shape, points: 0.5, expect: [2, 3], visibility: public }
                    - { id: type, ask: Type, points: 0.5, expect: float32, accept: [torch.float32] }
                    - { id: shared, ask: Shared, points: 0.5, expect: true }
                    - { id: table, ask: Table, points: 0.5, expect: [[1, 2], [3, 4.5]] }
              - id: words
                title: In words
                points: 1
                manual:
                  document: discussion.md
                  rubric:
                    - { id: what, about: Says what., points: 0.4 }
                    - { id: why, about: Says why., points: 0.6 }
            """;

    private static final String LAZY = """
            id: lazy
            title: Products and quotients
            version: 1
            zone: UTC
            deadline: 2026-01-01T00:00:00Z
            late: { per-day: 10%, basis: earned }
            feedback: verdict
            parts:
              - id: lazy
                title: Products and quotients
                points: 1
                answers:
                  rows:
                    - { id: a, ask: A, points: 0.25, expect: 23232 }
                    - { id: b, ask: B, points: 0.25, expect: 55 }
                    - { id: product, ask: A times B, points: 0.25, formula: "a * b", within: 2% }
                    - { id: quotient, ask: A over B, points: 0.25, formula: "a / b", within: 10% }
            """;

    private DeskExamples() {}

    /** Two numbers, of which the other rows are made. */
    static Assignment lazy(Path scratch) throws IOException {
        return read(scratch.resolve("lazy"), LAZY);
    }

    public static Assignment assignment(Path scratch) throws IOException {
        return assignment(scratch, "verdict");
    }

    public static Assignment assignment(Path scratch, String feedback) throws IOException {
        return read(scratch.resolve("desk"), YAML.replace("FEEDBACK", feedback));
    }

    private static Assignment read(Path folder, String yaml) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("assignment.yaml"), yaml);
        return switch (new AssignmentReader(Map.of()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid invalid -> throw new AssertionError(invalid.toString());
        };
    }

    /** Without what is empty. */
    public static Submission submission(String answers, String discussion) {
        List<SourceFile> documents = new ArrayList<>();
        if (!answers.isEmpty()) {
            documents.add(new SourceFile("hw/answers.yaml", answers));
        }
        if (!discussion.isEmpty()) {
            documents.add(new SourceFile("hw/discussion.md", discussion));
        }
        return new Submission("ada", Instant.EPOCH, Optional.empty(), List.of(), documents, "digest", List.of());
    }
}
