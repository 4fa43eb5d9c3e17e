package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.testing.ReadyEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run in containers that is stopped in the middle, as by Ctrl-C. It is a SIGTERM that is sent, which ends a JVM by the
 * same way: a SIGINT is ignored by the children of whoever ignores it, such as a job in the background.
 */
@Tag("docker")
class StoppedRunTest {
    private static final String ASSIGNMENT = "cs5242-hw4";
    private static final List<String> STUDENTS =
            List.of("solution", "amara-okafor", "anna-kovacs", "chen-wei", "ivan-horvat", "linh-nguyen");

    @TempDir
    private Path folder;

    @BeforeEach
    void hand_in() throws IOException {
        assertThat(ReadyEngine.images()).isNotNull();
        for (String student : STUDENTS) {
            Path from = House.samples(ASSIGNMENT).resolve(student);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve("class").resolve(student).resolve(from.relativize(file));
                    Files.createDirectories(to.resolveSibling("."));
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void leaves_no_container_and_goes_on_where_it_was() throws Exception {
        Process run = grade();
        try (BufferedReader said = run.errorReader()) {
            String first = said.lines()
                    .filter(line -> line.startsWith("1/"))
                    .findFirst()
                    .orElseThrow();
            String student = first.split(" ")[1];

            assertThat(run.toHandle().destroy()).isTrue(); // which, unlike Process.destroy, leaves us what it says
            assertThat(said.lines()).anyMatch(line -> line.startsWith("Stopped. What is graded is kept"));
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThat(run.exitValue()).isEqualTo(143);
            assertThat(containersOf(run.pid())).isEmpty();
            assertThat(rows()).contains(student).hasSizeLessThan(STUDENTS.size());
            assertThat(folder.resolve("out/index.html")).exists();

            assertThat(goOn()).contains(student + " (unchanged)");
            assertThat(rows()).containsExactlyInAnyOrderElementsOf(STUDENTS);
        }
    }

    /** What the second run says of each submission: its student, and whether it was taken over. */
    private List<String> goOn() throws IOException, InterruptedException {
        Process run = grade();
        try (BufferedReader said = run.errorReader()) {
            List<String> lines = said.lines().toList();
            assertThat(run.waitFor()).as(String.join("\n", lines)).isLessThan(2);
            return lines.stream()
                    .map(line -> line.replaceAll("^[0-9]+/[0-9]+ (\\S+) .*?( \\(unchanged\\))?$", "$1$2"))
                    .toList();
        }
    }

    private Process grade() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dassay.root=" + House.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "assay.cli.Main",
                "grade",
                ASSIGNMENT,
                folder.resolve("class").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--jobs",
                "2");
        builder.environment().put("ASSAY_HOME", House.build().resolve("home").toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The engine's account of containers whose label names the process. */
    private static List<String> containersOf(long pid) {
        String all = ReadyEngine.get().get("/containers/json?all=true");
        return Stream.of(all.split("\"assay.owner\":\"", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .filter(owner -> owner.contains(" " + pid + " "))
                .toList();
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(folder.resolve("out/grades.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }
}
