package assay.server.webhook;

import static java.util.Objects.requireNonNull;

/** Whether a request comes from whom it says. */
public sealed interface Verdict {
    /**
     * It does.
     *
     * @param replayKey the same for the same event, however often it is sent
     * @param type of the event, as its system names it
     * @param payload the event, in JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Genuine(String replayKey, String type, byte[] payload) implements Verdict {
        public Genuine {
            requireNonNull(replayKey, "replayKey is null");
            requireNonNull(type, "type is null");
            payload = payload.clone();
        }
    }

    /** It does, and asks nothing of us. */
    record Greeting(String type) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {
        public Refused {
            requireNonNull(refusal, "refusal is null");
        }
    }
}
