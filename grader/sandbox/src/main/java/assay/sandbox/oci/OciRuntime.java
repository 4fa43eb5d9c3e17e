package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container runtime's program.
 *
 * @param version as it says it, e.g. {@code 1.1.5}
 */
record OciRuntime(Path program, Kind kind, String version) {
    private static final Pattern VERSION = Pattern.compile("version\\s+(?:release-)?(\\S+)");

    /** Debian's folders for administrators are not on everybody's path. */
    private static final List<String> FOLDERS = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin");

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);

    /** What is found on a path of programs is code that runs as root: it must not be the caller's to say. */
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    OciRuntime {
        requireNonNull(program, "program is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(version, "version is null");
    }

    /** The families of runtimes that differ in their options. */
    enum Kind {
        RUNC,
        GVISOR
    }

    /** By name or absolute path. */
    static OciRuntime find(String name) {
        Path program = Stream.concat(
                        Stream.of(name).filter(text -> text.startsWith("/")),
                        FOLDERS.stream().map(folder -> folder + "/" + name))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.SANDBOX,
                        "find the runtime " + name,
                        "it is in none of " + String.join(File.pathSeparator, FOLDERS)));
        String said = said(program);
        Matcher version = VERSION.matcher(said);
        Kind kind = said.startsWith("runsc") ? Kind.GVISOR : Kind.RUNC;
        return new OciRuntime(program, kind, version.find() ? version.group(1) : "unknown");
    }

    /**
     * Runs a container in the foreground: its streams are this command's, and its exit code too. What is left of it
     * afterwards is ours to remove, since its control group still holds the account by then.
     *
     * @param state where the runtime notes what it has started
     */
    List<String> command(Path state, Path bundle, String id) {
        List<String> common = List.of(program.toString(), "--root", state.toString(), "--log", bundle + "/runtime.log");
        List<String> own = switch (kind) {
            case RUNC -> List.of("run", "--keep", "--bundle", bundle.toString(), id);
            case GVISOR -> List.of("--network=none", "run", "--bundle", bundle.toString(), id);
        };
        return Stream.concat(common.stream(), own.stream()).toList();
    }

    /** Of the runtime itself; nothing of it reaches the container. */
    Map<String, String> environment() {
        return switch (kind) {
            // It lives for milliseconds and sleeps: neither a second processor nor a collector is of use to it.
            case RUNC -> Map.of("PATH", PATH, "GOMAXPROCS", "1", "GOGC", "off");
            case GVISOR -> Map.of("PATH", PATH);
        };
    }

    private static String said(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new GraderFault(
                        GraderFault.Code.SANDBOX, "ask " + program + " for its version", "it does not answer");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(said.split("\n", -1)).limit(1).findFirst().orElse("");
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "ask " + program + " for its version", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(
                    GraderFault.Code.SANDBOX, "ask " + program + " for its version", "it was interrupted");
        }
    }
}
