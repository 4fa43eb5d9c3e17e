package assay.server.jose;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public keys that other systems publish. Kept for an hour; a key that is not among them makes us ask once more, but
 * at most once a minute for each address: a flood of unknown keys is not passed on. Keys that share an id are not used.
 */
public final class RemoteKeys {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int SHORTEST = 2048;

    private final GuardedWeb web;
    private final InstantSource clock;
    private final Map<URI, Known> known = new ConcurrentHashMap<>();

    /** @param askedAt whether an answer came or not */
    private record Known(List<RSAKey> keys, Instant askedAt, Instant gotAt) {}

    public RemoteKeys(GuardedWeb web, InstantSource clock) {
        this.web = requireNonNull(web, "web is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The key of that id; empty if there is none, or more than one, or nobody answers. */
    public Optional<RSAKey> find(URI address, String keyId) {
        Optional<RSAKey> key = choose(keys(address, KEPT), keyId);
        return key.isPresent() ? key : choose(keys(address, PAUSE), keyId);
    }

    private List<RSAKey> keys(URI address, Duration maximumAge) {
        Instant now = clock.instant();
        return known.compute(address, (_, old) -> {
                    if (old == null) {
                        return ask(address, new Known(List.of(), now, Instant.EPOCH), now);
                    }
                    boolean stale = isOver(old.gotAt(), maximumAge, now);
                    boolean may = isOver(old.askedAt(), PAUSE, now);
                    return stale && may ? ask(address, old, now) : old;
                })
                .keys();
    }

    /** What happens after now happened before a clock was set back, and nobody can tell how long ago. */
    private static boolean isOver(Instant start, Duration time, Instant now) {
        return start.isAfter(now) || !start.plus(time).isAfter(now);
    }

    /** Where nobody answers, the old keys hold on. */
    private Known ask(URI address, Known old, Instant now) {
        WebAnswer answer = web.send(WebRequest.get(address).with("Accept", "application/json"));
        if (answer instanceof WebAnswer.Answered got && got.isSuccess()) {
            try {
                List<RSAKey> keys = JWKSet.parse(got.text()).getKeys().stream()
                        .filter(RemoteKeys::isUsable)
                        .map(JWK::toRSAKey)
                        .map(RSAKey::toPublicJWK)
                        .toList();
                return new Known(keys, now, now);
            } catch (ParseException notKeys) {
                return new Known(old.keys(), now, old.gotAt());
            }
        }
        return new Known(old.keys(), now, old.gotAt());
    }

    private static boolean isUsable(JWK key) {
        return key instanceof RSAKey
                && key.size() >= SHORTEST
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE));
    }

    private static Optional<RSAKey> choose(List<RSAKey> keys, String keyId) {
        List<RSAKey> same =
                keys.stream().filter(key -> keyId.equals(key.getKeyID())).toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
}
