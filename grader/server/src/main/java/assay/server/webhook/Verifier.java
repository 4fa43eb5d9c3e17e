package assay.server.webhook;

/** Judges requests of one kind of system: pure, but for keys that may have to be fetched. Safe for several threads. */
public sealed interface Verifier permits StandardWebhookVerifier, SignedVerifier, GithubVerifier, CanvasEventVerifier {
    Verdict verify(Incoming request);
}
