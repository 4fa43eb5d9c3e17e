package assay.e2e.reliability;

import assay.e2e.House;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other programs: those that run and end, and Assay's own, as its launcher starts it. */
final class Programs {
    private Programs() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** For what is closed, which may throw this alone. */
    static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("interrupted while it was ending").initCause(e);
    }

    /** To its end; what it said. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /**
     * Assay's command line in a process that can be killed, with the launcher's options for what serves.
     *
     * @param before what runs it, such as {@code ip netns exec w1}
     */
    static Process assay(Path log, List<String> before, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path program = House.root().resolve("grader/cli/target/assay");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:SharedArchiveFile=" + program.resolve("service.jsa"),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Dassay.root=" + House.root(),
                "-cp",
                program.resolve("lib") + "/*",
                "assay.cli.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
