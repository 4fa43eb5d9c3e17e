package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter's one jar, with no class beside it but the JDK's and the student's. */
final class StarterAloneTest {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"comp6721-a8-a9", "cs5242-hw4", "kpu-assignment-2", "ucu-hw2", "week7-cnn"})
    void an_untouched_starter_has_nothing_accepted_and_nothing_rejected(String assignment) throws Exception {
        List<String> findings = StandaloneCheck.findings(StarterProject.unzipped(assignment, scratch));
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.startsWith("Skipped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"comp6721-a8-a9", "cs5242-hw4", "kpu-assignment-2", "ucu-hw2", "week7-cnn"})
    void the_solution_has_everything_accepted(String assignment) throws Exception {
        StarterProject starter = StarterProject.unzipped(assignment, scratch).with("solution");
        assertThat(StandaloneCheck.findings(starter)).isNotEmpty().allMatch(finding -> finding.startsWith("Accepted"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("chen-wei", "conv2d/seed-shape: wrong answer", "Only the first input channel was used"),
                arguments(
                        "fatima-al-sayed",
                        "conv2d/seed-shape: wrong answer",
                        "The bias was added once for every input"),
                arguments("grace-kim", "sigmoid/by-hand: run-time error", "at GraceKim.exp(GraceKim.java:"),
                arguments("kwame-mensah", "avg_pool2d/by-hand-padding-1: wrong answer", "The shape is"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_case(String student, String verdict, String told) throws Exception {
        StarterProject starter = StarterProject.unzipped("cs5242-hw4", scratch).with(student);
        assertThat(StandaloneCheck.findings(starter))
                .anySatisfy(finding -> assertThat(finding).contains(verdict, told));
    }
}
