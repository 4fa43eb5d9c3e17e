package assay.cli;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.AssignmentReading;
import assay.golden.misconception.Misconceptions;
import assay.golden.network.ReferenceNetworksOfSeeds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Runs command lines as a person would, and keeps what they say. Goldens and secret are those of this build. */
final class TestBench {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path BUILD = Path.of("").toAbsolutePath().resolve("target");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private TestBench() {}

    /** What came of a command line. */
    record Said(int exit, String out, String err) {}

    static Said run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** One that Assay comes with. */
    static Assignment assignment(String id) {
        Path folder = ROOT.resolve("reference/assignments").resolve(id);
        return switch (new AssignmentReader(Misconceptions.names(), ReferenceNetworksOfSeeds.known()).read(folder)) {
            case AssignmentReading.Read(Assignment assignment) -> assignment;
            case AssignmentReading.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }

    static Said run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Optional.empty());
        Installation installation = new Installation(ROOT, BUILD.resolve("secret"), BUILD.resolve("cache"));
        int exit = Main.commandLine(new Workbench(installation, console, InstantSource.fixed(NOW), environment))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }
}
