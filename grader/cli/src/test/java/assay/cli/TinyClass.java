package assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An assignment of one kernel, and three who handed something in: ada is right, ben is not, cyd does not compile. */
final class TinyClass {
    static final String RIGHT = relu("Math.max(0, data[i])");
    static final String ABSOLUTE = relu("Math.abs(data[i])");
    static final String STARTER = "class Mine implements assay.kernels.Relu {\n"
            + "    public assay.kernels.Tensor relu(assay.kernels.Tensor input) {\n"
            + "        throw new UnsupportedOperationException();\n    }\n}\n";
    private static final String UNCOMPILABLE = "class Mine {\n    int size = \"three\";\n}\n";
    private static final String ASSIGNMENT = """
            id: tiny
            title: Tiny
            version: 1
            zone: UTC
            deadline: 2026-02-01T00:00:00Z
            late: none
            feedback: error
            parts:
              - id: relu
                title: Rectified linear unit
                points: 2
                kernel: relu
                cases:
                  - id: shown
                    visibility: public
                    arguments: { input: { values: [-1, 2, -3, 4], shape: [2, 2] } }
                    misconceptions: [absolute_value, step]
                  - id: kept
                    visibility: hidden
                    arguments: { input: { normal: [3, 5] } }
            """;

    private final Path folder;

    private TinyClass(Path folder) {
        this.folder = folder;
    }

    static TinyClass in(Path folder) {
        TinyClass tiny = new TinyClass(folder);
        tiny.assign(ASSIGNMENT);
        tiny.handIn("ada", RIGHT);
        tiny.handIn("ben", ABSOLUTE);
        tiny.handIn("cyd", UNCOMPILABLE);
        write(
                tiny.submissions().resolve("submissions.csv"),
                "student,submitted_at\n"
                        + Stream.of("ada", "ben", "cyd")
                                .map(student -> student + ",2026-01-31T12:00:00Z\n")
                                .reduce("", String::concat));
        return tiny;
    }

    Path assignment() {
        return folder.resolve("tiny");
    }

    Path submissions() {
        return folder.resolve("submissions");
    }

    Path out() {
        return folder.resolve("out");
    }

    Path submission(String student) {
        return submissions().resolve(student);
    }

    void assign(String yaml) {
        write(assignment().resolve("assignment.yaml"), yaml);
    }

    /** Another text of the assignment. */
    void reassign(String replaced, String by) {
        assign(ASSIGNMENT.replace(replaced, by));
    }

    void handIn(String student, String source) {
        write(submission(student).resolve("Mine.java"), source);
    }

    /** A folder with that one source, beside the class. */
    Path solution(String name, String source) {
        write(folder.resolve(name).resolve("Mine.java"), source);
        return folder.resolve(name);
    }

    /** Grades it among processes, with those options. */
    TestBench.Said grade(String... options) {
        List<String> arguments = List.of(
                "grade",
                assignment().toString(),
                submissions().toString(),
                "--out",
                out().toString(),
                "--sandbox",
                "process");
        return TestBench.run(
                Stream.concat(arguments.stream(), Stream.of(options)).toArray(String[]::new));
    }

    String grades() {
        return read(out().resolve("grades.csv"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String relu(String number) {
        return """
                import assay.kernels.Relu;
                import assay.kernels.Tensor;

                class Mine implements Relu {
                    @Override
                    public Tensor relu(Tensor input) {
                        Tensor output = input.copy();
                        float[] data = output.data();
                        for (int i = 0; i < data.length; i++) {
                            data[i] = %s;
                        }
                        return output;
                    }
                }
                """.formatted(number);
    }
}
