package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Call;
import assay.server.http.HttpProblem;
import assay.server.secret.Tokens;
import assay.server.secret.Vault;
import assay.server.store.Ids;
import assay.server.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What instructors do with the systems that may send their course events, by the API or by a page. */
final class SourceDesk {
    private final Store store;
    private final Vault vault;

    SourceDesk(Store store, Vault vault) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    /**
     * A source that is to be made.
     *
     * @param keys where its system publishes its keys
     * @param fetch where what it tells of is fetched, with which token
     */
    record Wanted(Source.Kind kind, boolean trusted, Optional<String> keys, Optional<String> fetch, String token) {}

    /**
     * One that was made.
     *
     * @param secret to be said once; empty where its system signs with keys of its own
     */
    record Made(Source source, Optional<String> secret) {}

    Made add(Call call, Wanted wanted) {
        Drawn drawn = Drawn.of(wanted.kind());
        boolean canvas = wanted.kind() == Source.Kind.CANVAS;
        if (canvas && (wanted.keys().isEmpty() || wanted.fetch().isEmpty())) {
            throw HttpProblem.bad("canvas needs keys_address, and fetch_address: its course in Canvas's API");
        }
        Source source = store.write(tx -> {
            Source made = new Source(
                    Ids.at(tx.now()),
                    call.course(),
                    wanted.kind(),
                    canvas ? List.of() : List.of(drawn.secret()),
                    wanted.keys().map(SourceDesk::address),
                    false,
                    wanted.trusted(),
                    new Source.Fetch(
                            wanted.fetch().map(SourceDesk::address),
                            wanted.token().strip()));
            new Sources(tx, vault).put(made);
            tx.audit(
                    call.who().id(),
                    "webhook source added",
                    call.course(),
                    made.id(),
                    wanted.kind().name());
            return made;
        });
        return new Made(source, canvas ? Optional.empty() : Optional.of(drawn.shown()));
    }

    /** A secret in the form in which its system wants it. */
    private record Drawn(SigningSecret secret, String shown) {
        static Drawn of(Source.Kind kind) {
            return switch (kind) {
                case STANDARD, CANVAS -> {
                    SigningSecret secret = SigningSecret.draw();
                    yield new Drawn(secret, secret.reveal());
                }
                // The text itself is the key there.
                case GITHUB, SIGNED -> {
                    String text = Tokens.draw();
                    yield new Drawn(SigningSecret.of(text.getBytes(StandardCharsets.UTF_8)), text);
                }
            };
        }
    }

    static URI address(String text) {
        try {
            URI uri = URI.create(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw HttpProblem.bad("an address is one such as https://example.org/hook");
        }
        throw HttpProblem.bad("an address is one such as https://example.org/hook");
    }

    List<Source> all(String course) {
        return store.read(tx -> new Sources(tx, vault).of(course));
    }

    /** The course's own that the route names; another course's is not there. */
    Source source(Call call) {
        return store.read(tx -> new Sources(tx, vault).find(call.path("source")))
                .filter(one -> one.course().equals(call.course()))
                .orElseThrow(HttpProblem::notFound);
    }

    /** @return the new secret, to be said once */
    String rotate(Call call) {
        Source source = source(call);
        if (source.kind() == Source.Kind.CANVAS) {
            throw new HttpProblem(409, "Canvas signs with keys of its own.");
        }
        Drawn drawn = Drawn.of(source.kind());
        store.write(tx -> {
            new Sources(tx, vault).put(source.rotated(drawn.secret()));
            tx.audit(call.who().id(), "webhook secret drawn", call.course(), source.id(), "");
            return true;
        });
        return drawn.shown();
    }

    void switchOff(Call call) {
        Source source = source(call);
        store.write(tx -> {
            new Sources(tx, vault).put(source.switchedOff());
            tx.audit(call.who().id(), "webhook source switched off", call.course(), source.id(), "");
            return true;
        });
    }
}
