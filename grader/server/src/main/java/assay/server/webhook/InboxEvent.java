package assay.server.webhook;

import static java.util.Objects.requireNonNull;

/** An event that came, was believed, and waits to be dealt with. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record InboxEvent(String source, String replayKey, String course, String type, byte[] payload, int tries) {
    public InboxEvent {
        requireNonNull(source, "source is null");
        requireNonNull(replayKey, "replayKey is null");
        requireNonNull(course, "course is null");
        requireNonNull(type, "type is null");
        payload = payload.clone();
    }
}
