package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the ways are made of.
 *
 * @param sandboxes of the ways that have one, by name; {@code process} for self-checks; throw GraderFault where there can
 *     be none
 * @param cold the same with nothing started ahead
 * @param endpoint where the Docker engine listens; throws GraderFault where there is none
 * @param console the jar of the JUnit console
 * @param maven the program
 * @param version of Assay
 */
public record BenchTools(
        Map<String, Supplier<Sandbox>> sandboxes,
        Map<String, Supplier<Sandbox>> cold,
        Guard.Factory guards,
        Supplier<String> endpoint,
        StarterSources starter,
        Path console,
        Path maven,
        String version) {
    /** The sandbox for a student's own code. */
    public static final String PROCESS = "process";

    public BenchTools {
        sandboxes = Map.copyOf(sandboxes);
        cold = Map.copyOf(cold);
        requireNonNull(guards, "guards is null");
        requireNonNull(endpoint, "endpoint is null");
        requireNonNull(starter, "starter is null");
        requireNonNull(console, "console is null");
        requireNonNull(maven, "maven is null");
        requireNonNull(version, "version is null");
    }

    Way way(
            String name,
            Assignment assignment,
            GoldenSource goldens,
            SampleClass sample,
            BenchSettings settings,
            Path folder) {
        return switch (name) {
            case "floor" -> new FloorWay(assignment, goldens, sample.submissions());
            case "plain" ->
                new PlainWay(
                        new DockerCli(endpoint.get()),
                        contents(assignment, goldens, folder),
                        settings.plain(),
                        folder.resolve("submissions"));
            case "maven" ->
                new MavenWay(
                        maven, contents(assignment, goldens, folder), settings.maven(), folder.resolve("submissions"));
            default ->
                new SandboxWay(name, new ClassRun(assignment, sandbox(name), guards, version), goldens, made(folder));
        };
    }

    /** What one waits for in a sandbox. */
    List<Latency> latencies(String name, Waiting waiting) {
        List<Latency> latencies = new ArrayList<>();
        latencies.add(waiting.graded("graded in " + name, "graded_" + name, sandbox(name), version));
        latencies.add(waiting.started(
                "a new sandbox of " + name, "sandbox_" + name, requireNonNull(cold.get(name), "no such sandbox")));
        return latencies;
    }

    /** A self-check, as {@code assay check} makes it once it runs, and a process's part in it. */
    List<Latency> selfChecks(Assignment assignment, GoldenSource goldens, SampleClass sample, BenchSettings settings) {
        Waiting waiting = new Waiting(assignment.publicOnly(), goldens, sample.submissions(), settings.single());
        return List.of(
                waiting.graded("self-check in a process", "self_check", sandbox(PROCESS), version),
                waiting.started(
                        "a new process without a container",
                        "sandbox_process",
                        requireNonNull(cold.get(PROCESS), "no such sandbox")));
    }

    private Supplier<Sandbox> sandbox(String name) {
        return requireNonNull(sandboxes.get(name), "no such sandbox");
    }

    private StarterContents contents(Assignment assignment, GoldenSource goldens, Path folder) {
        return StarterContents.make(assignment, goldens, starter, console, made(folder));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make the folder " + folder, e);
        }
    }
}
