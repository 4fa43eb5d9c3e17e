package assay.server.page;

import static java.util.Objects.requireNonNull;

/** A grading in the queue. */
public record JobLine(Link link, String course, String state, String urgency, String queued, String reason) {
    public JobLine {
        requireNonNull(link, "link is null");
        requireNonNull(course, "course is null");
        requireNonNull(state, "state is null");
        requireNonNull(urgency, "urgency is null");
        requireNonNull(queued, "queued is null");
        requireNonNull(reason, "reason is null");
    }
}
