package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.outbox.ArrivalState;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A grade on its way to one line item of a platform.
 *
 * @param version of the grade: a newer one takes its place
 * @param given nothing where a grade was withdrawn
 * @param stamped the time that the last one sent bore; the next has to bear a later one
 * @param sent what the platform had from us last
 * @param tried what was sent after that, of which it is not known whether it has come there
 */
public record Score(
        String registration,
        URI lineItem,
        String subject,
        String course,
        String assignment,
        String person,
        long version,
        Optional<Points> given,
        Points maximum,
        String comment,
        Optional<Instant> submittedAt,
        ArrivalState state,
        int tries,
        Optional<Instant> stamped,
        Optional<Points> sent,
        Optional<Points> tried,
        String lastAnswer) {
    public Score {
        requireNonNull(registration, "registration is null");
        requireNonNull(lineItem, "lineItem is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(given, "given is null");
        requireNonNull(maximum, "maximum is null");
        requireNonNull(state, "state is null");
        requireNonNull(stamped, "stamped is null");
        requireNonNull(sent, "sent is null");
        requireNonNull(tried, "tried is null");
    }
}
