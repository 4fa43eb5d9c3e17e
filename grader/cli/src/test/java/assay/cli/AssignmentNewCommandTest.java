package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssignmentNewCommandTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** An installation with the one starter that new ones take their build file from. */
    @BeforeEach
    void install() throws IOException {
        Path model = Path.of("../../submissions/starter/cs5242-hw4");
        for (String file : new String[] {"pom.xml", ".gitignore", "src/test/java/SelfCheckTest.java"}) {
            Path to = root.resolve("submissions/starter/cs5242-hw4").resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(model.resolve(file), to);
        }
        Files.createDirectories(root.resolve("reference/assignments"));
    }

    @Test
    void what_it_makes_can_be_published_as_it_is() {
        assertThat(run("assignment", "new", "ml-week3")).as(err.toString()).isZero();
        assertThat(run("assignment", "check", "ml-week3")).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("ml-week3 can be published: 4 points in 3 parts, nothing to object to.");
        assertThat(root.resolve("submissions/starter/ml-week3/pom.xml"))
                .content()
                .contains("<artifactId>ml-week3</artifactId>")
                .doesNotContain("cs5242");
    }

    @Test
    void a_preview_shows_questions_and_no_answer() {
        run("assignment", "new", "ml-week3");

        assertThat(run("assignment", "preview", "ml-week3")).isZero();
        assertThat(out.toString())
                .contains("What students read")
                .contains("A new assignment: 4 points in 3 parts, due 2027-01-15T23:59:59Z")
                .contains("implements Relu")
                .contains("public: by-hand; besides, 1 hidden case")
                .contains("height: Height of the output")
                .contains("discussion.md, 1 points")
                .doesNotContain("576", "24\n");
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        run("assignment", "new", "ml-week3");
        Path file = root.resolve("reference/assignments/ml-week3/assignment.yaml");
        Files.writeString(file, "mine");

        assertThat(run("assignment", "new", "ml-week3")).isEqualTo(ExitCode.USAGE);
        assertThat(file).content().isEqualTo("mine");
        assertThat(err.toString()).contains("already");
    }

    @Test
    void an_id_becomes_names_of_folders_and_nothing_else() {
        assertThat(run("assignment", "new", "../week3")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("An id has at most 64 small letters");
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), Optional.empty());
        Installation installation = new Installation(root, root.resolve("config"), root.resolve("cache"));
        Instant now = Instant.parse("2027-01-01T12:00:00Z");
        return Main.commandLine(new Workbench(installation, console, InstantSource.fixed(now), Map.of()))
                .execute(arguments);
    }
}
