package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a student sees who unzips the starter and runs {@code mvn test}. */
@Tag("slow")
final class StarterMavenTest {
    /** As students' folders are called. */
    private static final String FOLDER = "meine Übungen 4";

    private final StarterProject starter;

    StarterMavenTest(@TempDir Path scratch) throws IOException {
        Charset ofPaths = Charset.forName(System.getProperty("sun.jnu.encoding"));
        boolean umlauts = ofPaths.newEncoder().canEncode(FOLDER);
        Path folder = scratch.resolve(umlauts ? FOLDER : "my work");
        Files.createDirectories(folder);
        starter = StarterProject.unzipped("cs5242-hw4", folder);
    }

    @Test
    void the_untouched_starter_is_green_and_earns_nothing() throws IOException, InterruptedException {
        assertThat(mvnTest())
                .contains("BUILD SUCCESS")
                .contains("Tests run: 12, Failures: 0, Errors: 0, Skipped: 12")
                .contains("By the public cases alone: 0 of 3 points.")
                .contains("The server runs 36 hidden cases as well.")
                .doesNotContain("[WARNING] Some problems");
    }

    @Test
    void the_solution_earns_everything() throws IOException, InterruptedException {
        starter.with("solution");
        assertThat(mvnTest())
                .contains("BUILD SUCCESS")
                .contains("Tests run: 12, Failures: 0, Errors: 0, Skipped: 0")
                .contains("By the public cases alone: 3 of 3 points.");
    }

    @Test
    void a_known_mistake_is_named_where_it_shows() throws IOException, InterruptedException {
        starter.with("rahul-mehta");
        assertThat(mvnTest())
                .contains("BUILD FAILURE")
                .contains("Tests run: 12, Failures: 2, Errors: 0, Skipped: 0")
                .contains("batch_norm2d/by-hand: wrong answer")
                .contains("7 of 8 values are off. The first is at [0, 0, 0, 0]: expected -1.34")
                .contains("This is exactly what a well-known mistake gives. The variance was divided by one less")
                .contains("Batch normalisation  0 of 2  wrong answer")
                .contains("By the public cases alone: 2.5 of 3 points.");
    }

    /** With the Maven and the repository of this build, which has all that the starter asks for: the versions are the same. */
    private String mvnTest() throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path maven = Path.of(System.getProperty("assay.maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        File output = starter.folder().resolve("mvn.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        maven.toString(),
                        "--batch-mode",
                        "--offline",
                        "-Dmaven.repo.local=" + System.getProperty("assay.maven.repository"),
                        "test"))
                .directory(starter.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.start().waitFor();
        return Files.readString(output.toPath(), StandardCharsets.UTF_8);
    }
}
