package assay.e2e.reliability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own, which writes to the disk as it should, and can be killed. */
final class PostgresServer implements AutoCloseable {
    private static final String PASSWORD = "harness";
    private static final int TRIES = 600;

    private final Path bin;
    private final Path folder;
    private final int port;
    private Process process;

    private PostgresServer(Path bin, Path folder, int port, Process process) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** @param work a folder that everybody may enter: PostgreSQL does not run as root */
    static PostgresServer start(Path work) throws IOException, InterruptedException {
        Path bin = PostgresPrograms.in(work);
        Path folder = Files.createDirectories(work.resolve("db"));
        Path password = Files.writeString(work.resolve("db-password"), PASSWORD);
        if (Programs.isRoot()) {
            Programs.run("chown", "nobody", folder.toString(), password.toString());
        }
        Path data = folder.resolve("data");
        List<String> init = asUser(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=assay",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C"));
        Programs.run(init.toArray(String[]::new));
        Files.writeString(
                data.resolve("pg_hba.conf"), "host all all 0.0.0.0/0 scram-sha-256\n", StandardOpenOption.APPEND);
        int port = freePort();
        PostgresServer server = new PostgresServer(bin, folder, port, launch(bin, folder, port));
        server.awaitAnswer();
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> asUser(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Programs.isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        whole.addAll(command);
        return whole;
    }

    private static Process launch(Path bin, Path folder, int port) throws IOException {
        List<String> command = asUser(List.of(
                bin.resolve("postgres").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-k",
                folder.toString(),
                "-c",
                "listen_addresses=*",
                "-c",
                "max_connections=100"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("db.log").toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        String ready = bin.resolve("pg_isready").toString();
        for (int tries = 0; tries < TRIES; tries++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                process = launch(bin, folder, port); // what was killed may not be quite gone
            }
            if (Files.isExecutable(Path.of(ready)) ? answers(ready) : accepts()) {
                return;
            }
        }
        throw new IOException("PostgreSQL does not come up: " + folder.resolveSibling("db.log"));
    }

    private boolean answers(String ready) throws IOException, InterruptedException {
        return new ProcessBuilder(ready, "-q", "-h", "127.0.0.1", "-p", Integer.toString(port))
                        .start()
                        .waitFor()
                == 0;
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL to all of it, or to one that serves a connection, after which it restarts all others by itself. */
    synchronized void kill(Random random) throws IOException, InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        if (random.nextBoolean() && !children.isEmpty()) {
            children.get(random.nextInt(children.size())).destroyForcibly();
        } else {
            process.destroyForcibly().waitFor();
            children.forEach(ProcessHandle::destroyForcibly);
            process = launch(bin, folder, port);
        }
        awaitAnswer();
    }

    Path bin() {
        return bin;
    }

    int port() {
        return port;
    }

    String url(String host, String database) {
        return "postgresql://assay:" + PASSWORD + "@" + host + ":" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
