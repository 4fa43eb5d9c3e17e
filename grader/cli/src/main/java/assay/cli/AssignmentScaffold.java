package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A small assignment that can be published as it is: a kernel, two answers and a text, with starter and solution. */
final class AssignmentScaffold {
    private static final int DAYS = 14;
    private static final String MODEL = "cs5242-hw4";
    private static final String MODEL_NAME = "CS5242 Homework 4";

    private final Map<String, String> values;
    private final String id;

    /** @param now from which the deadline is two weeks away */
    AssignmentScaffold(String id, Instant now) {
        this.id = requireNonNull(id, "id is null");
        String deadline = now.plus(DAYS, ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(23, 59, 59)
                .atOffset(ZoneOffset.UTC)
                .toString();
        this.values = Map.of("ID", id, "DEADLINE", deadline);
    }

    /** @param model a starter whose build file and tests are taken over */
    void write(Path assignment, Path starter, Path samples, Path model) {
        try {
            file(assignment.resolve("assignment.yaml"), text("assignment.yaml"));
            file(assignment.resolve("statement.md"), text("statement.md"));
            file(starter.resolve("README.md"), text("README.md"));
            file(starter.resolve("answers.yaml"), text("starter-answers.yaml"));
            file(starter.resolve("src/main/java/student/Rectifier.java"), text("Starter.java.txt"));
            for (String same : new String[] {"pom.xml", ".gitignore", "src/test/java/SelfCheckTest.java"}) {
                String taken = Files.readString(model.resolve(same));
                file(starter.resolve(same), taken.replace(MODEL, id).replace(MODEL_NAME, id));
            }
            Path solution = samples.resolve("solution");
            file(solution.resolve("src/main/java/solution/Rectifier.java"), text("Solution.java.txt"));
            file(solution.resolve("answers.yaml"), text("solution-answers.yaml"));
            file(solution.resolve("discussion.md"), text("solution-discussion.md"));
            file(solution.resolve("expect.yaml"), text("expect.yaml"));
            file(samples.resolve("submissions.csv"), text("submissions.csv"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make the assignment " + id, e);
        }
    }

    private static void file(Path path, String text) throws IOException {
        Files.createDirectories(requireNonNull(path.getParent(), "a file has a folder"));
        Files.writeString(path, text);
    }

    private String text(String name) throws IOException {
        try (InputStream in = AssignmentScaffold.class.getResourceAsStream("scaffold/" + name)) {
            String text = new String(
                    requireNonNull(in, "there is no scaffold " + name).readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text;
        }
    }
}
