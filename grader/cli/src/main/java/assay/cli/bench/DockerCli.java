package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code docker}, as a script would use it: no part of Assay's own sandbox is in this. */
public final class DockerCli {
    private static final int COMMAND_FAILED = 125;

    private final String engine;

    /** @param engine where it listens, e.g. {@code unix:///var/run/docker.sock} */
    public DockerCli(String engine) {
        this.engine = requireNonNull(engine, "engine is null");
    }

    /** What is fed to a command. */
    interface Feed {
        void to(OutputStream out) throws IOException;
    }

    public boolean isInstalled() {
        try {
            start("--version").onExit().join();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command that must go well. */
    void order(Feed feed, String... arguments) {
        try {
            Process process = start(arguments);
            try (OutputStream in = process.getOutputStream()) {
                feed.to(in);
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new GraderFault(
                        GraderFault.Code.ENGINE, command(arguments), "it ended with " + code + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, command(arguments), e);
        } catch (InterruptedException e) {
            throw interrupted(arguments);
        }
    }

    /**
     * The exit code of what a container ran.
     *
     * @param name of the container, which is killed if it takes longer
     */
    int exitCode(String name, Duration atMost, String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            Thread reader = Thread.ofVirtual().start(() -> skip(process));
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                order(_ -> {}, "kill", name);
            }
            int code = process.waitFor();
            reader.join();
            if (code == COMMAND_FAILED) {
                throw new GraderFault(GraderFault.Code.ENGINE, command(arguments), "docker refused it");
            }
            return code;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, command(arguments), e);
        } catch (InterruptedException e) {
            throw interrupted(arguments);
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker", "--host", engine));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** A grader would keep it; reading it is what it costs. */
    private static void skip(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            process.destroy(); // nobody listens to it any more
        }
    }

    private static String command(String... arguments) {
        return "run docker " + arguments[0];
    }

    private static GraderFault interrupted(String... arguments) {
        Thread.currentThread().interrupt();
        return new GraderFault(GraderFault.Code.ENGINE, command(arguments), "it was interrupted");
    }
}
