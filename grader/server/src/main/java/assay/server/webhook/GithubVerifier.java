package assay.server.webhook;

import assay.core.domain.Digests;
import assay.server.webhook.Incoming.Unsigned;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * GitHub's push events, signed by X-Hub-Signature-256. GitHub signs the body and no time, and X-GitHub-Delivery is not
 * signed at all: the digest of the body is what tells that something was sent before.
 */
public final class GithubVerifier implements Verifier {
    private static final String PUSH = "push";

    private final List<SigningSecret> secrets;

    public GithubVerifier(List<SigningSecret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public Verdict verify(Incoming request) {
        try {
            byte[] signature = SignedVerifier.hex(request.only("x-hub-signature-256"));
            String event = request.only("x-github-event");
            if (!Hmac.matches(secrets, List.of(signature), request.body())) {
                throw new Unsigned(Refusal.WRONG_SIGNATURE);
            }
            JsonNode body = EventJson.object(request.body());
            if (!event.equals(PUSH)) {
                return new Verdict.Greeting(event.matches("[a-z_]{1,50}") ? event : "another event");
            }
            // The event's name is not signed either: what calls itself a push has to look like one.
            if (!EventJson.text(body, "after").matches("[0-9a-f]{40}|[0-9a-f]{64}")
                    || !EventJson.text(body, "ref").startsWith("refs/")
                    || EventJson.text(body.path("repository"), "full_name").isEmpty()) {
                throw new Unsigned(Refusal.MALFORMED);
            }
            return new Verdict.Genuine(Digests.of(request.body()), PUSH, request.body());
        } catch (Unsigned unsigned) {
            return new Verdict.Refused(unsigned.refusal());
        }
    }
}
