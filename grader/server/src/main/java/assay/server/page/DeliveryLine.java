package assay.server.page;

import static java.util.Objects.requireNonNull;

/** One delivery. */
public record DeliveryLine(
        String created, String kind, String target, String subject, String state, String tries, String answer) {
    public DeliveryLine {
        requireNonNull(created, "created is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(target, "target is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(state, "state is null");
        requireNonNull(tries, "tries is null");
        requireNonNull(answer, "answer is null");
    }
}
