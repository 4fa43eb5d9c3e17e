package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.webhook.Incoming.Unsigned;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The plain kind for a script of one's own: {@code Assay-Timestamp} in seconds, and {@code Assay-Signature: sha256=<hex>},
 * HMAC-SHA256 over timestamp, dot and body. The body has {@code id} and {@code type}; see docs/webhooks.md.
 */
public final class SignedVerifier implements Verifier {
    private static final String TIMESTAMP = "assay-timestamp";
    private static final String SIGNATURE = "assay-signature";

    private final List<SigningSecret> secrets;
    private final InstantSource clock;

    public SignedVerifier(List<SigningSecret> secrets, InstantSource clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Verdict verify(Incoming request) {
        try {
            String timestamp = request.only(TIMESTAMP);
            byte[] signature = hex(request.only(SIGNATURE));
            Timestamps.requireRecent(timestamp, clock.instant());
            byte[] signed = (timestamp + ".").getBytes(StandardCharsets.US_ASCII);
            if (!Hmac.matches(secrets, List.of(signature), signed, request.body())) {
                throw new Unsigned(Refusal.WRONG_SIGNATURE);
            }
            JsonNode event = EventJson.object(request.body());
            String id = EventJson.text(event, "id");
            if (!id.matches("[A-Za-z0-9_.:-]{1,200}")) {
                throw new Unsigned(Refusal.MALFORMED);
            }
            return new Verdict.Genuine(id, EventJson.text(event, "type"), request.body());
        } catch (Unsigned unsigned) {
            return new Verdict.Refused(unsigned.refusal());
        }
    }

    static byte[] hex(String header) throws Unsigned {
        if (!header.matches("sha256=[0-9a-fA-F]{64}")) {
            throw new Unsigned(Refusal.MALFORMED);
        }
        return HexFormat.of().parseHex(header.substring("sha256=".length()));
    }
}
