package assay.server.page;

import static java.util.Objects.requireNonNull;

/**
 * One delivery.
 *
 * @param resend where it is sent again; empty while it is on its way, or for whoever may not
 */
public record DeliveryLine(
        String created,
        String kind,
        String target,
        String subject,
        String state,
        String tries,
        String answer,
        String resend) {
    public DeliveryLine {
        requireNonNull(created, "created is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(target, "target is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(state, "state is null");
        requireNonNull(tries, "tries is null");
        requireNonNull(answer, "answer is null");
        requireNonNull(resend, "resend is null");
    }
}
