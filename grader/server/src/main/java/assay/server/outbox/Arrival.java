package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.time.Instant;
import java.util.Optional;

/**
 * How far somebody's grade is on its way to one column of a learning platform.
 *
 * @param platform its product, or its own name
 * @param points that are to be there
 * @param sent that the platform has had from us last
 * @param nextAt when it is tried next, where it is on its way
 * @param sentAt when it was sent last
 */
public record Arrival(
        String person,
        String platform,
        ArrivalState state,
        Optional<Points> points,
        Optional<Points> sent,
        int tries,
        Optional<Instant> nextAt,
        Optional<Instant> sentAt,
        String lastAnswer,
        Instant changedAt) {
    public Arrival {
        requireNonNull(person, "person is null");
        requireNonNull(platform, "platform is null");
        requireNonNull(state, "state is null");
        requireNonNull(points, "points is null");
        requireNonNull(sent, "sent is null");
        requireNonNull(nextAt, "nextAt is null");
        requireNonNull(sentAt, "sentAt is null");
        requireNonNull(lastAnswer, "lastAnswer is null");
        requireNonNull(changedAt, "changedAt is null");
    }
}
