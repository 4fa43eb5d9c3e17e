package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.webhook.Incoming.Unsigned;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A submission as Canvas's API gives it, which an event only hints at. */
record CanvasSubmission(Instant submittedAt, long attempt, List<File> files) {
    CanvasSubmission {
        requireNonNull(submittedAt, "submittedAt is null");
        files = List.copyOf(files);
    }

    /** An attachment; its address opens by itself. */
    record File(String name, URI address) {}

    /** Which submission an event tells of, by Canvas's own ids. */
    record Hint(String assignment, String user) {}

    /** Empty where the event tells of no submission. */
    static Optional<Hint> hint(byte[] payload) {
        try {
            JsonNode event = EventJson.object(payload);
            String name = EventJson.text(event.path("metadata"), "event_name");
            JsonNode body = event.path("body");
            Hint hint = new Hint(id(body, "assignment_id"), id(body, "user_id"));
            return List.of("submission_created", "submission_updated").contains(name)
                            && !hint.assignment().isEmpty()
                            && !hint.user().isEmpty()
                    ? Optional.of(hint)
                    : Optional.empty();
        } catch (Unsigned malformed) {
            return Optional.empty();
        }
    }

    /** Events have them as text, the API as numbers. */
    private static String id(JsonNode object, String name) {
        JsonNode value = object.path(name);
        String text = value.isIntegralNumber() ? value.asString() : EventJson.text(object, name);
        return text.matches("[0-9]{1,20}") ? text : "";
    }

    /** Empty where nothing is handed in there, or no file. */
    static Optional<CanvasSubmission> read(byte[] answer) {
        try {
            JsonNode submission = EventJson.object(answer);
            List<File> files = new ArrayList<>();
            for (JsonNode each : submission.path("attachments")) {
                String name = EventJson.text(each, "display_name").isEmpty()
                        ? EventJson.text(each, "filename")
                        : EventJson.text(each, "display_name");
                files.add(new File(name, URI.create(EventJson.text(each, "url"))));
            }
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CanvasSubmission(
                            Instant.parse(EventJson.text(submission, "submitted_at")),
                            submission.path("attempt").asLong(0),
                            files));
        } catch (Unsigned | DateTimeException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
