package assay.sandbox.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine; what they say goes to the end of a log file. */
final class Shell {
    private final Path log;

    Shell(Path log) {
        this.log = log;
    }

    Path log() {
        return log;
    }

    /** Whether the program ends well in that time. Its standard input is the user's, who may be asked for a password. */
    boolean succeeds(List<String> command, Duration atMost) {
        try {
            Process process = builder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a program that goes on after this JVM. */
    Process start(List<String> command) throws IOException {
        return builder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
    }

    private ProcessBuilder builder(List<String> command) throws IOException {
        Path folder = log.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static File nullDevice() {
        return new File(OperatingSystem.current() == OperatingSystem.WINDOWS ? "NUL" : "/dev/null");
    }
}
