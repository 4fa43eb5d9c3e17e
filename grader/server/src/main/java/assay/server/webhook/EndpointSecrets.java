package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The secrets of one receiver. For a day after one was replaced, both sign: the receiver changes over when it can.
 *
 * @param previous holds until {@code previousUntil}
 */
public record EndpointSecrets(
        SigningSecret current, Optional<SigningSecret> previous, Optional<Instant> previousUntil) {
    private static final Duration OVERLAP = Duration.ofDays(1);

    public EndpointSecrets {
        requireNonNull(current, "current is null");
        requireNonNull(previous, "previous is null");
        requireNonNull(previousUntil, "previousUntil is null");
    }

    public static EndpointSecrets of(SigningSecret secret) {
        return new EndpointSecrets(secret, Optional.empty(), Optional.empty());
    }

    public EndpointSecrets rotated(SigningSecret next, Instant now) {
        return new EndpointSecrets(next, Optional.of(current), Optional.of(now.plus(OVERLAP)));
    }

    /** The header webhook-signature of Standard Webhooks. */
    public String sign(String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
        String signature = "v1," + Base64.getEncoder().encodeToString(Hmac.sign(current.bytes(), head, body));
        boolean both = previous.isPresent()
                && previousUntil.map(until -> at.isBefore(until)).orElse(false);
        return both
                ? signature + " v1,"
                        + Base64.getEncoder()
                                .encodeToString(Hmac.sign(previous.orElseThrow().bytes(), head, body))
                : signature;
    }
}
