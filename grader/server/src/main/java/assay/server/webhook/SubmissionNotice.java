package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.webhook.Incoming.Unsigned;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a signed event of type {@code submission.created} says; docs/webhooks.md has an example.
 *
 * @param student as the course knows one: by login, student number or e-mail address
 * @param download where the submission is, which is fetched without following anything
 */
public record SubmissionNotice(String course, String assignment, String student, Instant submittedAt, URI download) {
    public static final String TYPE = "submission.created";
    private static final int LONGEST = 2000;

    public SubmissionNotice {
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(student, "student is null");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(download, "download is null");
    }

    /** Empty where it is no such event, or lacks something. In Standard Webhooks it stands in {@code data}. */
    public static Optional<SubmissionNotice> read(byte[] payload) {
        try {
            JsonNode event = EventJson.object(payload);
            JsonNode data = event.path("data").isObject() ? event.path("data") : event;
            if (!EventJson.text(event, "type").equals(TYPE)) {
                return Optional.empty();
            }
            return Optional.of(new SubmissionNotice(
                    required(data, "course"),
                    required(data, "assignment"),
                    required(data, "student"),
                    Instant.parse(required(data, "submitted_at")),
                    URI.create(required(data, "download_url"))));
        } catch (Unsigned | DateTimeParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String required(JsonNode data, String name) throws Unsigned {
        String text = EventJson.text(data, name);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Unsigned(Refusal.MALFORMED);
        }
        return text;
    }
}
