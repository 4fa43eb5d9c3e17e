package assay.e2e.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A learning platform that takes grades by the rules of Moodle's scores.php, and remembers all it took. Whether it is
 * spoken to properly, with signatures and rights, is tested in grader/server.
 */
final class LearningPlatform implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, List<Double>> taken = new TreeMap<>();
    private final Map<String, Instant> stamps = new TreeMap<>();

    LearningPlatform() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext(
                "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        server.createContext("/item/scores", this::score);
        server.createContext("/item/results", this::results);
        server.start();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String at(String path) {
        return "http://" + host() + path;
    }

    /** All that was taken for somebody, in that order. */
    List<Double> taken(String user) {
        synchronized (taken) {
            return List.copyOf(taken.getOrDefault(user, List.of()));
        }
    }

    private void score(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        answer(exchange, take(body), "");
    }

    private int take(JsonNode body) {
        String user = body.path("userId").stringValue();
        Instant at = Instant.parse(body.path("timestamp").stringValue());
        synchronized (taken) {
            Instant before = stamps.getOrDefault(user, Instant.EPOCH);
            if (before.getEpochSecond() >= at.getEpochSecond()) {
                return 409;
            }
            stamps.put(user, at);
            taken.computeIfAbsent(user, _ -> new ArrayList<>())
                    .add(body.path("scoreGiven").doubleValue());
            return 200;
        }
    }

    private void results(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String user = URLDecoder.decode(query.replaceFirst("^.*user_id=([^&]*).*$", "$1"), StandardCharsets.UTF_8);
        List<Double> all = taken(user);
        answer(
                exchange,
                200,
                all.isEmpty()
                        ? "[]"
                        : "[{\"userId\":\"%s\",\"resultScore\":%s,\"resultMaximum\":%s}]"
                                .formatted(user, all.getLast(), 10));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
