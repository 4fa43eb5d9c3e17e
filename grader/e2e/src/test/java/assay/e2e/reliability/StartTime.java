package assay.e2e.reliability;

import assay.e2e.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the command {@code ./assay serve} on an empty folder to the first answer of {@code /health}. */
final class StartTime {
    private StartTime() {}

    /** {@code start TIMES}. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        Path work = Main.workFolder();
        Times times = new Times();
        Times processor = new Times();
        System.out.println(Times.load());
        for (int time = 0; time < Integer.parseInt(arguments.getFirst()); time++) {
            times.add(once(work.resolve("data" + time), work.resolve("log" + time), processor));
        }
        System.out.println("./assay serve on an empty folder until /health answers: " + times);
        System.out.println("of that, processor time of the server: " + processor);
        System.out.println(Times.load());
    }

    private static long once(Path data, Path log, Times processor) throws IOException, InterruptedException {
        int port = PostgresServer.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        House.root().resolve("assay").toString(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            Process server = builder.start();
            try {
                while (!answers(client, health)) {
                    if (server.waitFor(10, TimeUnit.MILLISECONDS)) {
                        throw new IOException("the server has ended: " + log);
                    }
                }
                long taken = System.nanoTime() - start;
                server.info().totalCpuDuration().ifPresent(used -> processor.add(used.toNanos()));
                return taken;
            } finally {
                server.destroy();
                server.waitFor();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
