package assay.server.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came: signatures are over bytes, which nothing may read and write again in between.
 *
 * @param headers by lower-cased name, with every value
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Incoming(Map<String, List<String>> headers, byte[] body) {
    public Incoming {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.merge(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                        .toList()));
        headers = Map.copyOf(lower);
        body = body.clone();
    }

    /** @throws Unsigned where there is none of it, or more than one: two readers could each take another */
    String only(String name) throws Unsigned {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new Unsigned(values.isEmpty() ? Refusal.MISSING_HEADER : Refusal.REPEATED_HEADER);
        }
        if (values.getFirst().isBlank()) {
            throw new Unsigned(Refusal.MISSING_HEADER);
        }
        return values.getFirst();
    }

    /** Ends the judging of one request; never leaves this package. */
    static final class Unsigned extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        Unsigned(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
