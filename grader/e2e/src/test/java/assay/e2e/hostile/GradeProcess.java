package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.e2e.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** {@code assay grade} over a small class, in a process of its own that can be killed. */
final class GradeProcess {
    private static final List<String> STUDENTS =
            List.of("twin-lambdas", "twin-plain", "twin-prints", "twin-recursion", "D04-zeros", "D07-changes-input");

    private final Path submissions;
    private final Path log;
    private final List<String> options;
    private final Map<String, String> environment;

    GradeProcess(Path folder, List<String> options, Map<String, String> environment) throws IOException {
        this(folder, options, environment, STUDENTS);
    }

    GradeProcess(Path folder, List<String> options, Map<String, String> environment, List<String> students)
            throws IOException {
        this.submissions = folder.resolve("class");
        this.log = folder.resolve("log");
        this.options = options;
        this.environment = environment;
        if (Files.notExists(submissions)) {
            Corpus.lay(
                    submissions,
                    Corpus.cases().stream()
                            .filter(one -> students.contains(one.id()))
                            .toList());
        }
    }

    static int students() {
        return STUDENTS.size();
    }

    Process start(Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dassay.root=" + House.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "assay.cli.Main",
                "grade",
                Corpus.FOLDER.toString(),
                submissions.toString(),
                "--out",
                out.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ASSAY_HOME", House.build().resolve("home").toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** To its end. */
    int run(Path out) throws IOException, InterruptedException {
        return start(out).waitFor();
    }

    String said() throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    static String grades(Path out) throws IOException {
        return Files.readString(out.resolve("grades.csv"));
    }

    /** Every record that is there is whole, and so is the table; how many records there are. */
    static long intact(Path out) throws IOException {
        Path full = out.resolve("full");
        if (Files.notExists(full)) {
            return 0;
        }
        long count = 0;
        try (Stream<Path> all = Files.list(full)) {
            for (Path file : all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList()) {
                assertThat(JsonMapper.shared().readTree(Files.readString(file)).get("fingerprint"))
                        .as(file.toString())
                        .isNotNull();
                count++;
            }
        }
        return count;
    }
}
