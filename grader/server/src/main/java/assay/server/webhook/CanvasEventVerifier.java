package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.server.jose.RemoteKeys;
import assay.server.jose.SignedToken;
import assay.server.webhook.Incoming.Unsigned;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * Canvas's Live Events with signed payloads: the whole body is a token, the event its claims. They come at least once and
 * in any order, and hours late where Canvas is busy: an event is a hint to look, never a fact.
 */
public final class CanvasEventVerifier implements Verifier {
    private static final Duration OLDEST = Duration.ofDays(1);

    private final RemoteKeys keys;
    private final URI address;
    private final InstantSource clock;

    /** @param address of Canvas's keys, as its documentation names it */
    public CanvasEventVerifier(RemoteKeys keys, URI address, InstantSource clock) {
        this.keys = requireNonNull(keys, "keys is null");
        this.address = requireNonNull(address, "address is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Verdict verify(Incoming request) {
        String token = new String(request.body(), StandardCharsets.ISO_8859_1).strip();
        return switch (SignedToken.open(token, keyId -> keys.find(address, keyId))) {
            case SignedToken.Result.Refused(String reason) ->
                new Verdict.Refused(
                        reason.contains("key is not known") ? Refusal.UNKNOWN_KEY : Refusal.WRONG_SIGNATURE);
            case SignedToken.Result.Opened(String claims) -> judged(claims.getBytes(StandardCharsets.UTF_8));
        };
    }

    private Verdict judged(byte[] claims) {
        try {
            JsonNode event = EventJson.object(claims);
            JsonNode metadata = event.path("metadata");
            Instant happened = Instant.parse(EventJson.text(metadata, "event_time"));
            Instant now = clock.instant();
            if (happened.isBefore(now.minus(OLDEST))) {
                throw new Unsigned(Refusal.TOO_OLD);
            }
            if (happened.isAfter(now.plus(Timestamps.TOLERANCE))) {
                throw new Unsigned(Refusal.FROM_THE_FUTURE);
            }
            String name = EventJson.text(metadata, "event_name");
            if (name.isEmpty()) {
                throw new Unsigned(Refusal.MALFORMED);
            }
            return new Verdict.Genuine(Digests.of(claims), name, claims);
        } catch (DateTimeParseException noTime) {
            return new Verdict.Refused(Refusal.MALFORMED);
        } catch (Unsigned unsigned) {
            return new Verdict.Refused(unsigned.refusal());
        }
    }
}
