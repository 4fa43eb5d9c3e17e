package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.webhook.Incoming.Unsigned;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Standard Webhooks 1.0.0 with shared secrets (v1). Of the project's own library this has what it lacks: headers that are
 * there twice are refused, a body is bytes, and the id is given on so that nothing takes effect twice.
 */
public final class StandardWebhookVerifier implements Verifier {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final int MOST_SIGNATURES = 10;
    private static final int LONGEST_ID = 200;

    private final List<SigningSecret> secrets;
    private final InstantSource clock;

    /** @param secrets all that hold, two while one of them is being replaced */
    public StandardWebhookVerifier(List<SigningSecret> secrets, InstantSource clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Verdict verify(Incoming request) {
        try {
            String id = request.only(ID);
            String timestamp = request.only(TIMESTAMP);
            String header = request.only(SIGNATURE);
            // A dot in it would let one signature mean two requests.
            if (id.length() > LONGEST_ID || !id.matches("[A-Za-z0-9_-]+")) {
                throw new Unsigned(Refusal.MALFORMED);
            }
            Timestamps.requireRecent(timestamp, clock.instant());
            byte[] signed = (id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII);
            if (!Hmac.matches(secrets, signatures(header), signed, request.body())) {
                throw new Unsigned(Refusal.WRONG_SIGNATURE);
            }
            String type = EventJson.text(EventJson.object(request.body()), "type");
            return new Verdict.Genuine(id, type, request.body());
        } catch (Unsigned unsigned) {
            return new Verdict.Refused(unsigned.refusal());
        }
    }

    private static List<byte[]> signatures(String header) throws Unsigned {
        List<byte[]> signatures = new ArrayList<>();
        String[] parts = header.split(" ", MOST_SIGNATURES + 1);
        if (parts.length > MOST_SIGNATURES) {
            throw new Unsigned(Refusal.MALFORMED);
        }
        for (String part : parts) {
            if (part.startsWith("v1,")) {
                try {
                    signatures.add(Base64.getDecoder().decode(part.substring(3)));
                } catch (IllegalArgumentException notBase64) {
                    continue; // another one may be right
                }
            }
        }
        return signatures;
    }
}
