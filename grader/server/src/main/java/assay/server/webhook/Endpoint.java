package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.outbox.Breaker;
import java.net.URI;

/** A receiver of a course's events. */
public record Endpoint(String id, String course, URI url, EndpointSecrets secrets, Breaker breaker, boolean disabled) {
    public Endpoint {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(url, "url is null");
        requireNonNull(secrets, "secrets is null");
        requireNonNull(breaker, "breaker is null");
    }
}
