package assay.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter's one jar, with no class beside it but the JDK's and the student's. */
final class StarterAloneTest {
    private static final List<String> ASSIGNMENTS = List.of("cs5242-hw4", "ucu-hw2");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"cs5242-hw4", "ucu-hw2"})
    void an_untouched_starter_has_nothing_accepted_and_nothing_rejected(String assignment) throws Exception {
        List<String> findings = findings(StarterProject.unzipped(assignment, scratch));
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.startsWith("Skipped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs5242-hw4", "ucu-hw2"})
    void the_solution_has_everything_accepted(String assignment) throws Exception {
        StarterProject starter = StarterProject.unzipped(assignment, scratch).with("solution");
        assertThat(findings(starter)).isNotEmpty().allMatch(finding -> finding.startsWith("Accepted"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("chen-wei", "conv2d/seed-shape: wrong answer", "Only the first input channel was used"),
                arguments(
                        "fatima-al-sayed",
                        "conv2d/seed-shape: wrong answer",
                        "The bias was added once for every input"),
                arguments("grace-kim", "sigmoid/by-hand: run-time error", "at GraceKim.exp(GraceKim.java:"),
                arguments("kwame-mensah", "avg_pool2d/by-hand-padding-1: wrong answer", "The shape is"),
                arguments(
                        "viktor-lindqvist", "conv2d/seed-shape: output limit exceeded", "printing more than 256 KiB"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_case(String student, String verdict, String told) throws Exception {
        StarterProject starter =
                StarterProject.unzipped(ASSIGNMENTS.getFirst(), scratch).with(student);
        assertThat(findings(starter)).anySatisfy(finding -> assertThat(finding).contains(verdict, told));
    }

    /** All findings as text; the self-check is loaded by a loader of its own, so it is called by its names. */
    private List<String> findings(StarterProject starter) throws Exception {
        Path classes = compiled(starter);
        URL[] path = {starter.jar().toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("assay.sandbox.selfcheck.SelfCheck");
            Object check = type.getMethod("of", Class.class).invoke(null, type);
            List<String> findings = new ArrayList<>();
            for (Object part : ((Stream<?>) call(check, "parts")).toList()) {
                for (Object one : (List<?>) call(part, "cases")) {
                    findings.add(call(one, "check").toString());
                }
            }
            return findings;
        }
    }

    private static Object call(Object object, String name) throws ReflectiveOperationException {
        Method method = object.getClass().getMethod(name);
        return method.invoke(object);
    }

    private static Path compiled(StarterProject starter) throws IOException {
        Path classes = Files.createDirectories(starter.folder().resolve("target/classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-g",
                "-d",
                classes.toString(),
                "-cp",
                starter.jar().toString()));
        starter.sources().forEach(source -> arguments.add(source.toString()));
        int status = javac.run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status)
                .as(() -> arguments.stream().collect(joining(File.pathSeparator)))
                .isZero();
        return classes;
    }
}
