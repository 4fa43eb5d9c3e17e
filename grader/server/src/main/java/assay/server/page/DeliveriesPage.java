package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What goes to other systems: events to receivers, and grades to learning platforms.
 *
 * @param done what has just been done; empty where nothing was
 */
public record DeliveriesPage(
        Frame frame, Link course, Link webhooks, String done, List<DeliveryLine> deliveries, List<GradeLine> grades) {
    /**
     * A grade that is not where it should be.
     *
     * @param action what may be done about it, and where; empty where nothing
     */
    public record GradeLine(
            Link student,
            String assignment,
            String platform,
            String state,
            String tries,
            String answer,
            Optional<Link> action) {
        public GradeLine {
            requireNonNull(student, "student is null");
            requireNonNull(assignment, "assignment is null");
            requireNonNull(platform, "platform is null");
            requireNonNull(state, "state is null");
            requireNonNull(tries, "tries is null");
            requireNonNull(answer, "answer is null");
            requireNonNull(action, "action is null");
        }
    }

    public DeliveriesPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        requireNonNull(webhooks, "webhooks is null");
        requireNonNull(done, "done is null");
        deliveries = List.copyOf(deliveries);
        grades = List.copyOf(grades);
    }
}
