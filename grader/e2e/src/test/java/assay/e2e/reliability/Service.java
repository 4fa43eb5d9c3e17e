package assay.e2e.reliability;

import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code assay serve} with a PostgreSQL, both processes of their own; it takes and shows, and grades nothing. */
final class Service implements AutoCloseable {
    private static final int TRIES = 1200;

    private final Path work;
    private final PostgresServer postgres;
    private final Kept server;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Database database;

    private Service(Path work, PostgresServer postgres, Kept server, String address) {
        this.work = work;
        this.postgres = postgres;
        this.server = server;
        this.address = address;
        this.database = Database.open(DatabaseUrl.parse(postgres.url("127.0.0.1", "postgres")));
    }

    static Service start(Path work, List<String> more) throws IOException, InterruptedException {
        return start(work, PostgresServer.start(work), more);
    }

    /** @param postgres is closed with it */
    static Service start(Path work, PostgresServer postgres, List<String> more)
            throws IOException, InterruptedException {
        int port = PostgresServer.freePort();
        Map<String, String> environment =
                Map.of("ASSAY_SERVE_DATABASE", postgres.url("127.0.0.1", "postgres"), "ASSAY_HOME", work.toString());
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--data",
                work.resolve("server").toString(),
                "--port",
                Integer.toString(port),
                "--workers",
                "0",
                "--requests",
                "1000000"));
        arguments.addAll(more);
        Kept server =
                new Kept("server", () -> Programs.assay(work.resolve("server.log"), List.of(), environment, arguments));
        String address = "http://127.0.0.1:" + port;
        awaitReady(address);
        return new Service(work, postgres, server, address);
    }

    private static void awaitReady(String address) throws InterruptedException, IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            for (int tries = 0; tries < TRIES; tries++) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        }
        throw new IOException("the server does not come up");
    }

    /** {@code assay worker}, kept up. */
    Kept worker(int index, String host, List<String> before, Map<String, String> environment, List<String> more)
            throws IOException {
        Path data = work.resolve("worker-" + index);
        Map<String, String> all = new HashMap<>(environment);
        all.put("ASSAY_WORKER_DATABASE", postgres.url(host, "postgres"));
        all.put(
                "ASSAY_WORKER_TOKEN",
                Files.readString(work.resolve("server/secrets/worker-token")).strip());
        all.put("ASSAY_HOME", work.toString());
        List<String> arguments = new ArrayList<>(List.of("worker", "--data", data.toString(), "--drain", "5", "--yes"));
        arguments.addAll(more);
        return new Kept(
                "worker-" + index,
                () -> Programs.assay(work.resolve("worker-" + index + ".log"), before, all, arguments));
    }

    Store store() {
        return new Store(database.source(), InstantSource.system());
    }

    long count(String sql) {
        return store().read(tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
    }

    HttpClient client() {
        return client;
    }

    String address() {
        return address;
    }

    PostgresServer postgres() {
        return postgres;
    }

    Kept server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        database.close();
        server.close();
        postgres.close();
    }
}
