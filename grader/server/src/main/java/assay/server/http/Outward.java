package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.course.HandingIn;
import assay.server.outbox.Arrival;
import assay.server.outbox.ArrivalState;
import assay.server.outbox.Arrivals;
import assay.server.outbox.Deliveries;
import assay.server.store.Delivery;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a result went: to the learning platforms' columns, and for the staff to the course's receivers.
 *
 * @param arrived at the platform that had it first
 */
record Outward(Optional<Arrival> arrived, List<String> steps) {
    Outward {
        requireNonNull(arrived, "arrived is null");
        steps = List.copyOf(steps);
    }

    static Outward of(Tx tx, StoredSubmission submission, StoredGrading job, boolean staff) {
        Optional<Instant> ended = job.endedAt();
        if (ended.isEmpty()) {
            return new Outward(Optional.empty(), List.of());
        }
        List<Arrival> arrivals = counts(tx, submission, job)
                ? new Arrivals(tx)
                        .of(job.course(), job.assignment(), submission.person()).stream()
                                .filter(one -> !one.changedAt().isBefore(ended.get()))
                                .toList()
                : List.of();
        List<String> steps = new ArrayList<>();
        arrivals.forEach(one -> steps.addAll(steps(one, ended.get())));
        if (staff) {
            Map<String, String> receivers = tx.courses().receivers(job.course());
            new Deliveries(tx)
                    .about(submission.id(), ended.get()).stream()
                            .filter(one -> !one.subject().equals(HandingIn.RECEIVED))
                            .forEach(one -> steps.add(step(one, receivers.getOrDefault(one.target(), one.target()))));
        }
        return new Outward(
                arrivals.stream()
                        .filter(one -> one.state() == ArrivalState.DELIVERED)
                        .findFirst(),
                steps);
    }

    private static boolean counts(Tx tx, StoredSubmission submission, StoredGrading job) {
        return tx.grades()
                .find(job.course(), job.assignment(), submission.person())
                .flatMap(grade -> grade.grading())
                .filter(job.id()::equals)
                .isPresent();
    }

    private static List<String> steps(Arrival there, Instant ended) {
        List<String> steps = new ArrayList<>();
        there.sentAt()
                .filter(sent -> !sent.isBefore(ended))
                .ifPresent(sent -> steps.add("Sent to " + there.platform() + " " + QueueWay.at(sent)));
        steps.add(standing(there));
        return steps;
    }

    /** Where a grade is, for whoever may see it. */
    static String standing(Arrival there) {
        return switch (there.state()) {
            case DELIVERED -> there.platform() + " has had it since " + QueueWay.at(there.changedAt());
            case WAITING ->
                "On its way to " + there.platform() + " since " + QueueWay.at(there.changedAt())
                        + again(there.tries(), there.nextAt());
            case HELD, REFUSED, GIVEN_UP ->
                there.platform() + " " + QueueWay.at(there.changedAt()) + ": "
                        + there.state().words();
        };
    }

    private static String step(Delivery one, String address) {
        String what = one.subject() + " to " + host(address);
        return switch (one.state()) {
            case Deliveries.DELIVERED ->
                "Told " + what + ", which has had it since "
                        + QueueWay.at(one.endedAt().orElse(one.createdAt()));
            case Deliveries.GIVEN_UP ->
                "Gave up telling " + what + " " + QueueWay.at(one.endedAt().orElse(one.createdAt()));
            default ->
                "Is telling " + what + " since " + QueueWay.at(one.createdAt()) + again(one.tries(), one.nextAt());
        };
    }

    /** The rest of an address may be a secret between its receiver and the instructors. */
    private static String host(String address) {
        return Optional.ofNullable(URI.create(address).getHost()).orElse("a receiver");
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static String again(int tries, Optional<Instant> next) {
        return tries == 0
                ? ""
                : ", tried " + (tries == 1 ? "once" : tries + " times")
                        + next.map(at -> ", again " + QueueWay.at(at)).orElse("");
    }
}
