package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What goes to other systems. */
public record DeliveriesPage(Frame frame, String course, List<DeliveryLine> deliveries) {
    public DeliveriesPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        deliveries = List.copyOf(deliveries);
    }
}
