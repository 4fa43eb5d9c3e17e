package assay.e2e.hostile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An engine with folders and a socket of its own, that a test may stop, kill and start as it likes. Takes root. */
public final class PrivateEngine implements AutoCloseable {
    private static final int READY_WITHIN_SECONDS = 60;
    private static final int STARTS = 5;

    private final Path folder;
    private Process daemon;

    private PrivateEngine(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.daemon = started();
    }

    /** Whether there are the programs and the rights. */
    static boolean possible() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of("/usr/bin/dockerd", "/usr/sbin/dockerd")
                        .anyMatch(path -> Files.isExecutable(Path.of(path)))
                && Stream.of("/usr/bin/docker", "/usr/local/bin/docker")
                        .anyMatch(path -> Files.isExecutable(Path.of(path)));
    }

    /** @param folder its path must be short: a socket's has 108 characters at most */
    public static PrivateEngine in(Path folder) throws IOException, InterruptedException {
        return new PrivateEngine(folder);
    }

    public Map<String, String> environment() {
        return Map.of("DOCKER_HOST", "unix://" + folder.resolve("s"));
    }

    /** SIGTERM and a new start, as by an upgrade of its package. */
    void restart() throws IOException, InterruptedException {
        stop();
        daemon = started();
    }

    /** SIGKILL, and a new start. */
    public void kill() throws IOException, InterruptedException {
        daemon.destroyForcibly().waitFor();
        daemon = started();
    }

    /** What the engine's own client says to that command. */
    List<String> docker(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("docker"), Stream.of(command)).toList());
        builder.environment().putAll(environment());
        Process process = builder.redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join("\n", said));
        }
        return said;
    }

    /** The same, whether or not the engine does it. */
    void tries(String... command) throws InterruptedException {
        try {
            docker(command);
        } catch (IOException refused) {
            return; // gone already, or in use
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
            Mounts.removeBelow(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the engine was ending");
        }
    }

    private void stop() throws InterruptedException {
        daemon.toHandle().destroy();
        if (!daemon.waitFor(READY_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            daemon.destroyForcibly().waitFor();
        }
    }

    /** Again where it gives up, as it does on a busy machine whose containerd takes its time, and systemd would. */
    private Process started() throws IOException, InterruptedException {
        for (int tries = 1; tries < STARTS; tries++) {
            try {
                return startedOnce();
            } catch (IOException gaveUp) {
                Files.writeString(folder.resolve("log"), "once more after " + tries + "\n", StandardOpenOption.APPEND);
            }
        }
        return startedOnce();
    }

    private Process startedOnce() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "dockerd",
                        "--data-root=" + folder.resolve("data"),
                        "--exec-root=" + folder.resolve("exec"),
                        "--host=unix://" + folder.resolve("s"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--bridge=none",
                        // Where the machine has a containerd of its own, the engine uses that.
                        "--containerd-namespace=assay-test",
                        "--containerd-plugins-namespace=assay-test-plugins",
                        "--iptables=false")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        awaitAnswer(process);
        return process;
    }

    private void awaitAnswer(Process process) throws IOException, InterruptedException {
        for (int tries = 0; tries < READY_WITHIN_SECONDS * 10; tries++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException(Files.readString(folder.resolve("log")));
            }
            try {
                docker("version");
                return;
            } catch (IOException notYet) {
                continue;
            }
        }
        throw new IOException("the engine does not answer: " + Files.readString(folder.resolve("log")));
    }
}
