package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code assay bench} as it is built, in a process of its own, since its figures are of a whole process. */
@Tag("docker")
final class BenchTest {
    /** In the order of their names the samples begin with right ones, and the sixth is wrong on a public case. */
    private static final int SUBMISSIONS = 6;

    @TempDir
    private Path scratch;

    @Test
    void it_measures_every_way_and_the_plain_one_tells_right_from_wrong() throws Exception {
        Path figures = scratch.resolve("figures.json");
        String said = bench(
                "--submissions=" + SUBMISSIONS,
                "--plain=" + SUBMISSIONS,
                "--maven=1",
                "--single=2",
                "--json=" + figures);

        assertThat(figures).as(said).exists();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(figures));
        for (String way : List.of("/docker", "/plain")) {
            assertThat(json.at(way + "/submissions").intValue()).as(said).isEqualTo(SUBMISSIONS);
            assertThat(json.at(way + "/submissions_per_minute").doubleValue()).isPositive();
            assertThat(json.at(way + "/cpu_seconds_per_submission").doubleValue())
                    .isPositive();
        }
        // Without root there is no oci, and without a repository that has all of it no maven: then they say why.
        for (String way : List.of("floor", "oci", "maven")) {
            assertThat(json.at("/" + way + "/cpu_seconds_per_submission").doubleValue() > 0
                            || !json.at("/unavailable/" + way).stringValue("").isEmpty())
                    .as(said)
                    .isTrue();
        }
        assertThat(json.at("/latency/0/seconds_95th").doubleValue()).isPositive();
        assertThat(json.at("/goldens/0/stored_seconds").doubleValue())
                .isPositive()
                .isLessThan(json.at("/goldens/0/cold_seconds").doubleValue());
        assertThat(json.at("/peak_memory_bytes").longValue()).isPositive();
        assertThat(json.at("/plain/green").intValue()).as(said).isBetween(1, SUBMISSIONS - 1);
        // System.exit(0) in a student's code ends the console as if all were well.
        assertThat(json.at("/plain/otherwise").valueStream().map(JsonNode::stringValue))
                .allMatch(student -> student.startsWith("ahmed-hassan"));
    }

    private String bench(String... arguments) throws IOException, InterruptedException {
        Path program = House.root().resolve("grader/cli/target/assay/lib");
        Path said = scratch.resolve("said");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dassay.root=" + House.root(),
                "-cp",
                program + "/*",
                "assay.cli.Main",
                "bench"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("ASSAY_HOME", scratch.resolve("home").toString());
        int exit = builder.start().waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }
}
