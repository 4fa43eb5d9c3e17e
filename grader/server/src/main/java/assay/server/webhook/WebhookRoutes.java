package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Access;
import assay.server.http.Route;
import assay.server.jose.RemoteKeys;
import assay.server.secret.Vault;
import assay.server.store.Store;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /webhooks/in/{source}}: an event is judged, written down, and answered with 202; what comes of it comes
 * later. 401 tells nobody whether there is such a source, or what was wrong.
 */
public final class WebhookRoutes {
    private static final Logger logger = LoggerFactory.getLogger(WebhookRoutes.class);
    private static final int LONGEST = 1 << 20;

    private final Store store;
    private final Vault vault;
    private final RemoteKeys keys;

    public WebhookRoutes(Store store, Vault vault, RemoteKeys keys) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.keys = requireNonNull(keys, "keys is null");
    }

    public List<Route> routes() {
        return List.of(Route.post(
                "/webhooks/in/{source}", Access.EXTERNAL, call -> receive(call.http(), call.path("source"))));
    }

    private void receive(Context context, String id) throws IOException {
        byte[] body;
        try (InputStream in = context.bodyInputStream()) {
            body = in.readNBytes(LONGEST + 1);
        }
        if (body.length > LONGEST) {
            context.status(413);
            return;
        }
        Optional<Source> source =
                store.read(tx -> new Sources(tx, vault).find(id)).filter(found -> !found.disabled());
        Verdict verdict = source.map(found -> verifier(found).verify(new Incoming(headers(context), body)))
                .orElseGet(() -> new Verdict.Refused(Refusal.UNKNOWN_KEY));
        switch (verdict) {
            case Verdict.Genuine event -> {
                boolean isNew = store.write(tx -> new Inbox(tx).receive(source.orElseThrow(), event));
                logger.info("webhook from {}: {}", source.orElseThrow().id(), isNew ? "new" : "had come before");
                context.status(isNew ? 202 : 200);
            }
            case Verdict.Greeting _ -> context.status(200);
            case Verdict.Refused(Refusal refusal) -> {
                logger.info("webhook refused: {}", refusal);
                context.status(401);
            }
        }
    }

    private Verifier verifier(Source source) {
        return switch (source.kind()) {
            case STANDARD -> new StandardWebhookVerifier(source.secrets(), store.clock());
            case SIGNED -> new SignedVerifier(source.secrets(), store.clock());
            case GITHUB -> new GithubVerifier(source.secrets());
            case CANVAS -> new CanvasEventVerifier(keys, source.keys().orElseThrow(), store.clock());
        };
    }

    private static Map<String, List<String>> headers(Context context) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Collections.list(context.req().getHeaderNames())
                .forEach(
                        name -> headers.put(name, Collections.list(context.req().getHeaders(name))));
        return headers;
    }
}
