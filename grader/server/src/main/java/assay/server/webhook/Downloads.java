package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Fetches what events name. Each hop goes through the guarded door by itself, and a token to the host it is for alone. */
final class Downloads {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_HOPS = 4;

    private final GuardedWeb web;

    Downloads(GuardedWeb web) {
        this.web = requireNonNull(web, "web is null");
    }

    WebAnswer get(Wanted.Download file) {
        return get(file.address(), file.token(), file.follows() ? MOST_HOPS : 0, "*/*");
    }

    /** An answer of an API, in JSON. */
    WebAnswer ask(URI address, String token) {
        return get(address, token, 0, "application/json");
    }

    private WebAnswer get(URI address, String token, int hops, String accept) {
        WebRequest plain = WebRequest.get(address).with("Accept", accept);
        WebAnswer answer = web.send(token.isEmpty() ? plain : plain.with("Authorization", "Bearer " + token));
        if (!(answer instanceof WebAnswer.Answered got) || !ELSEWHERE.contains(got.status()) || hops == 0) {
            return answer;
        }
        Optional<URI> next = got.header("location").flatMap(location -> resolved(address, location));
        return next.<WebAnswer>map(to -> get(to, sameHost(address, to) ? token : "", hops - 1, accept))
                .orElse(answer);
    }

    private static Optional<URI> resolved(URI address, String location) {
        try {
            return Optional.of(address.resolve(location));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getPort() == other.getPort()
                && one.getHost() != null
                && other.getHost() != null
                && one.getHost().toLowerCase(Locale.ROOT).equals(other.getHost().toLowerCase(Locale.ROOT));
    }
}
