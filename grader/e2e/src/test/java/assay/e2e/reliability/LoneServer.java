package assay.e2e.reliability;

import static java.util.Objects.requireNonNull;

import assay.e2e.House;
import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code assay serve} in a process of its own, which keeps SQLite and grades itself. */
final class LoneServer implements AutoCloseable {
    private static final String GRADES = "Grading begins.";
    private static final int TRIES = 2400;

    private final Path work;
    private final Map<String, String> environment;
    private final List<String> options;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private int starts = 1;
    private Optional<Database> database = Optional.empty();

    private LoneServer(Path work, Map<String, String> environment, List<String> options) throws IOException {
        this.work = requireNonNull(work, "work is null");
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
        this.port = PostgresServer.freePort();
        this.process = started();
    }

    static LoneServer start(Path work, Map<String, String> environment, String... options) throws IOException {
        return new LoneServer(work, environment, List.of(options));
    }

    private Process started() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dassay.root=" + House.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "assay.cli.Main",
                "serve",
                "--data",
                work.resolve("data").toString(),
                "--port",
                Integer.toString(port),
                "--yes"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ASSAY_HOME", House.build().resolve("home").toString());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** On the same data, after a kill. */
    void startAgain() throws IOException {
        starts++;
        process = started();
    }

    /** Waits until it grades; false where it ends instead. */
    boolean grades() throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (said().contains(GRADES)) {
                return true;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        throw new IOException("the server neither grades nor ends: " + said());
    }

    Process process() {
        return process;
    }

    HttpClient client() {
        return client;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it said since it was last started. */
    String said() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    private Path log() {
        return work.resolve("server-" + starts + ".log");
    }

    /** Its own; to be asked for once it is there. */
    Store store() {
        if (database.isEmpty()) {
            database = Optional.of(
                    Database.open(DatabaseUrl.ofFile(work.resolve("data").resolve("assay.db"))));
        }
        return new Store(database.get().source(), InstantSource.system());
    }

    long count(String sql) {
        return store().read(tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
    }

    /** Waits until that many are. */
    void await(String sql, long wanted) throws IOException, InterruptedException {
        await(sql + " is not " + wanted, () -> count(sql) == wanted);
    }

    /**
     * Waits until something is so.
     *
     * @param otherwise what to say where it never is
     */
    void await(String otherwise, BooleanSupplier isSo) throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (isSo.getAsBoolean()) {
                return;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server has ended: " + said());
            }
        }
        throw new IOException(otherwise + ": " + said());
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        database.ifPresent(Database::close);
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
