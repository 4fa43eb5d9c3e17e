package assay.server.lti;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A platform with real keys over real HTTP, whose rules are those of Moodle's scores.php or Canvas's
 * scores_controller.rb. What it is told in {@code next} happens before any rule.
 */
final class FakePlatform implements AutoCloseable {
    static final String CLIENT = "client-1";
    static final String DEPLOYMENT = "1";

    /** Whose rules. */
    enum Profile {
        MOODLE,
        CANVAS
    }

    /** One key for all: making one takes a while. */
    private static final class Running {
        static final RSAKey KEY = make();

        private static RSAKey make() {
            try {
                return new RSAKeyGenerator(2048).keyID("platform-key").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a person has in the one line item. */
    record Held(double score, double maximum, Instant modified) {}

    private final Profile profile;
    private final HttpServer server;
    private final RSAKey key = Running.KEY;
    private final Supplier<String> toolKeys;
    final Map<String, Held> grades = new HashMap<>();
    final List<JsonNode> scores = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    /** Statuses to answer scores with instead of judging them; 0 takes the score and then loses the answer. */
    final Deque<Integer> next = new ArrayDeque<>();

    /** The columns for grades that we have made; told of to whoever asks. */
    final List<JsonNode> items = new ArrayList<>();
    /** Statuses to answer a new column with; 0 makes it and then loses the answer. */
    final Deque<Integer> nextItem = new ArrayDeque<>();

    int tokens;
    boolean registered;

    FakePlatform(Profile profile, Supplier<String> toolKeys) throws IOException {
        this.profile = profile;
        this.toolKeys = toolKeys;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext("/lineitem/scores", this::score);
        server.createContext("/lineitem/results", this::results);
        server.createContext("/lineitems", this::lineItems);
        server.createContext("/members", this::members);
        server.createContext("/configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/registration", this::register);
        server.start();
    }

    /** Line items by the link, as Moodle and Canvas filter them. */
    private void lineItems(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("GET")) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                String link = items.get(i).path("resourceLinkId").stringValue();
                if (query.contains("resource_link_id=" + link)) {
                    found.add("{\"id\":\"" + at("/items/" + (i + 1)) + "\",\"resourceLinkId\":\"" + link + "\"}");
                }
            }
            answer(exchange, 200, "[" + String.join(",", found) + "]");
            return;
        }
        JsonNode item = Claims.JSON.readTree(exchange.getRequestBody().readAllBytes());
        int status = nextItem.isEmpty() ? 201 : nextItem.removeFirst();
        if (status == 201 || status == 0) {
            items.add(item);
        }
        answer(exchange, status == 0 ? 500 : status, "{\"id\":\"" + at("/items/" + items.size()) + "\"}");
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it has of somebody. */
    double held(String user) {
        return requireNonNull(grades.get(user), user).score();
    }

    URI at(String path) {
        return URI.create("http://" + host() + path);
    }

    /** Moodle's line items have a query. */
    String lineItem() {
        return at("/lineitem") + (profile == Profile.MOODLE ? "?type_id=7" : "");
    }

    Registration registration(boolean active) {
        return new Registration(
                "r-" + server.getAddress().getPort(),
                issuer(),
                CLIENT,
                at("/auth"),
                at("/token"),
                at("/keys"),
                at("/token").toString(),
                profile.name().toLowerCase(java.util.Locale.ROOT),
                active);
    }

    String issuer() {
        return "http://" + host();
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, key);
    }

    static String sign(Map<String, Object> claims, RSAKey by) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(by.getKeyID())
                            .build(),
                    new Payload(Claims.JSON.writeValueAsString(claims)));
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What our tool signed, by the keys it publishes; fails if it did not. */
    JsonNode verified(String token) {
        try {
            JWSObject parsed = JWSObject.parse(token);
            RSAKey published = JWKSet.parse(toolKeys.get())
                    .getKeyByKeyId(parsed.getHeader().getKeyID())
                    .toRSAKey();
            if (published.isPrivate() || !parsed.verify(new RSASSAVerifier(published))) {
                throw new IllegalStateException("not signed, or a private key was published");
            }
            return Claims.JSON.readTree(parsed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        tokens++;
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = fields(form);
        JsonNode claims = verified(fields.getOrDefault("client_assertion", ""));
        boolean ours = fields.getOrDefault("grant_type", "").equals("client_credentials")
                && "application/x-www-form-urlencoded"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && claims.path("iss").stringValue().equals(CLIENT)
                && claims.path("sub").stringValue().equals(CLIENT)
                && claims.path("aud").stringValue().equals(at("/token").toString())
                && !claims.path("jti").stringValue().isEmpty();
        answer(
                exchange,
                ours ? 200 : 400,
                ours
                        ? "{\"access_token\":\"t" + tokens + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        : "{\"error\":\"invalid_client\"}");
    }

    private void score(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        JsonNode body = Claims.JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .equals("Bearer t" + tokens)) {
            answer(exchange, 401, "");
            return;
        }
        int wanted = next.isEmpty() ? -1 : next.removeFirst();
        if (wanted > 0) {
            if (wanted == 403) {
                exchange.getResponseHeaders().add("X-Rate-Limit-Remaining", "0.0");
            }
            answer(exchange, wanted, "");
            return;
        }
        int status = judge(exchange, body);
        if (wanted == 0) {
            exchange.close(); // the score is taken, and the answer lost
            return;
        }
        boolean unknown = body.path("userId").stringValue().equals("stranger");
        answer(exchange, status, unknown ? "Incorrect score received" : "Refusing score with an earlier timestamp");
    }

    private int judge(HttpExchange exchange, JsonNode body) {
        boolean typed = Lti.SCORE_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        boolean query = profile == Profile.CANVAS
                || "type_id=7".equals(exchange.getRequestURI().getQuery());
        if (!typed || !query) {
            return 404;
        }
        Instant at = Instant.parse(body.path("timestamp").stringValue());
        String user = body.path("userId").stringValue();
        Held held = grades.get(user);
        if (held != null && profile == Profile.MOODLE && held.modified().getEpochSecond() >= at.getEpochSecond()) {
            return 409;
        }
        if (held != null && profile == Profile.CANVAS && held.modified().isAfter(at)) {
            return 400;
        }
        if (user.equals("stranger")) {
            return profile == Profile.MOODLE ? 400 : 422;
        }
        scores.add(body);
        if (body.path("scoreGiven").isNumber()) {
            grades.put(
                    user,
                    new Held(
                            body.path("scoreGiven").doubleValue(),
                            body.path("scoreMaximum").doubleValue(),
                            at));
        } else {
            grades.remove(user);
        }
        return 200;
    }

    private void results(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String user = fields(exchange.getRequestURI().getRawQuery()).getOrDefault("user_id", "");
        Held held = grades.get(user);
        answer(
                exchange,
                200,
                held == null
                        ? "[]"
                        : "[{\"userId\":\"%s\",\"resultScore\":%s,\"resultMaximum\":%s}]"
                                .formatted(user, held.score() / held.maximum(), 1));
    }

    private void members(HttpExchange exchange) throws IOException {
        boolean second = exchange.getRequestURI().toString().contains("page=2");
        if (!second) {
            String other = exchange.getRequestURI().toString().contains("elsewhere")
                    ? "http://127.0.0.2:9/members?page=2"
                    : at("/members?page=2").toString();
            exchange.getResponseHeaders().add("Link", "<" + other + ">; rel=\"next\"");
        }
        answer(
                exchange,
                200,
                second
                        ? "{\"members\":[{\"user_id\":\"u2\",\"roles\":[\"Learner\"],\"status\":\"Inactive\"}]}"
                        : "{\"members\":[{\"user_id\":\"u1\",\"name\":\"Ada\",\"email\":\"a@x\",\"roles\":[\"Instructor\"]}]}");
    }

    private String configuration() {
        return ("{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/auth\",\"token_endpoint\":\"%1$s/token\","
                        + "\"jwks_uri\":\"%1$s/keys\",\"registration_endpoint\":\"%1$s/registration\",\"%2$s\":"
                        + "{\"product_family_code\":\"moodle\"}}")
                .formatted(issuer(), Lti.PLATFORM_CONFIGURATION);
    }

    private void register(HttpExchange exchange) throws IOException {
        JsonNode body = Claims.JSON.readTree(exchange.getRequestBody().readAllBytes());
        boolean fine = "Bearer once".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && !registered
                && body.path("redirect_uris").isArray()
                && body.path(Lti.TOOL_CONFIGURATION).path("domain").isString();
        registered = true;
        answer(
                exchange,
                fine ? 200 : 401,
                fine
                        ? "{\"client_id\":\"fresh\",\"%s\":{\"deployment_id\":\"9\"}}".formatted(Lti.TOOL_CONFIGURATION)
                        : "{\"error\":\"token_already_used\"}");
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
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
