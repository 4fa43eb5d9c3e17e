package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import assay.server.secret.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leave to use a platform's services (OAuth 2 client credentials, with a token of our own in place of a password, RFC
 * 7523). Kept until five minutes before it ends, for each set of scopes: asking every time is what makes platforms slow.
 */
public final class ServiceTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration ASSERTION = Duration.ofSeconds(60);

    private final GuardedWeb web;
    private final ToolKeys keys;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {}

    public ServiceTokens(GuardedWeb web, ToolKeys keys, InstantSource clock) {
        this.web = requireNonNull(web, "web is null");
        this.keys = requireNonNull(keys, "keys is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What came of asking. */
    public sealed interface Result {
        record Token(String value) implements Result {}

        /** @param answer of the platform, which says whether it is worth asking again */
        record Refused(WebAnswer answer) implements Result {}
    }

    /** @param scopes separated by spaces */
    public Result get(Registration registration, String deployment, String scopes) {
        Instant now = clock.instant();
        String key = registration.id() + " " + deployment + " " + scopes;
        Kept old = kept.get(key);
        if (old != null && now.isBefore(old.until())) {
            return new Result.Token(old.token());
        }
        WebAnswer answer = web.send(WebRequest.post(
                registration.token(),
                "application/x-www-form-urlencoded",
                form(registration, deployment, scopes, now)));
        if (!(answer instanceof WebAnswer.Answered got) || !got.isSuccess()) {
            return new Result.Refused(answer);
        }
        Optional<Claims> claims = Claims.parse(got.text());
        String token = claims.map(each -> each.text("access_token")).orElse("");
        if (!token.matches("[\\x21-\\x7E]{1,8000}")) {
            return new Result.Refused(new WebAnswer.Failed("the platform's token is none"));
        }
        long seconds = claims.flatMap(each -> each.seconds("expires_in")).orElse(0L);
        kept.put(key, new Kept(token, now.plusSeconds(seconds).minus(EARLY)));
        return new Result.Token(token);
    }

    /** It was not good after all. */
    public void forget(Registration registration) {
        kept.keySet().removeIf(key -> key.startsWith(registration.id() + " "));
    }

    private byte[] form(Registration registration, String deployment, String scopes, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", registration.clientId());
        claims.put("sub", registration.clientId());
        claims.put("aud", registration.audience());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(ASSERTION).getEpochSecond());
        claims.put("jti", Tokens.draw());
        if (!deployment.isEmpty()) {
            claims.put(Lti.CLAIM + "deployment_id", deployment);
        }
        String text = "grant_type=client_credentials&client_assertion_type="
                + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + encoded(keys.sign(claims))
                + "&scope=" + encoded(scopes);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
