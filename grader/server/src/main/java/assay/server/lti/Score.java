package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
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
        State state,
        int tries,
        Optional<Instant> stamped,
        Optional<Points> sent,
        Optional<Points> tried,
        String lastAnswer) {
    /** Where it stands. */
    public enum State {
        /** Is sent when its time comes. */
        WAITING("on its way"),
        /** The platform has it. */
        DELIVERED("in the course's system"),
        /** The platform holds another grade than ours, which somebody decided there: a person decides what counts. */
        HELD("changed in the course's system, and left as it is there"),
        /** The platform does not take it, and will not if it is asked again. */
        REFUSED("not taken by the course's system"),
        /** Nobody answered for three days. */
        GIVEN_UP("not delivered, since the course's system did not answer");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For the student's page. */
        public String words() {
            return words;
        }
    }

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
