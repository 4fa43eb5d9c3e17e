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
import java.time.ZoneId;
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

    static Outward of(Tx tx, StoredSubmission submission, StoredGrading job, boolean staff, ZoneId zone) {
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
        arrivals.forEach(one -> steps.addAll(steps(one, ended.get(), zone)));
        if (staff) {
            Map<String, String> receivers = tx.courses().receivers(job.course());
            new Deliveries(tx)
                    .about(submission.id(), ended.get()).stream()
                            .filter(one -> !one.subject().equals(HandingIn.RECEIVED))
                            .forEach(one ->
                                    steps.add(step(one, receivers.getOrDefault(one.target(), one.target()), zone)));
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

    private static List<String> steps(Arrival there, Instant ended, ZoneId zone) {
        List<String> steps = new ArrayList<>();
        there.sentAt()
                .filter(sent -> !sent.isBefore(ended))
                .ifPresent(sent -> steps.add("Sent to " + there.platform() + " " + PageText.brief(sent, zone)));
        steps.add(standing(there, zone));
        return steps;
    }

    /** Where a grade is, for whoever may see it. */
    static String standing(Arrival there, ZoneId zone) {
        return switch (there.state()) {
            case DELIVERED -> there.platform() + " has had it since " + PageText.brief(there.changedAt(), zone);
            case WAITING ->
                "On its way to " + there.platform() + " since " + PageText.brief(there.changedAt(), zone)
                        + again(there.tries(), there.nextAt(), zone);
            case HELD, REFUSED, GIVEN_UP ->
                there.platform() + " " + PageText.brief(there.changedAt(), zone) + ": "
                        + there.state().words();
        };
    }

    private static String step(Delivery one, String address, ZoneId zone) {
        String what = one.subject() + " to " + host(address);
        return switch (one.state()) {
            case Deliveries.DELIVERED ->
                "Told " + what + ", which has had it since "
                        + PageText.brief(one.endedAt().orElse(one.createdAt()), zone);
            case Deliveries.GIVEN_UP ->
                "Gave up telling " + what + " " + PageText.brief(one.endedAt().orElse(one.createdAt()), zone);
            default ->
                "Is telling " + what + " since " + PageText.brief(one.createdAt(), zone)
                        + again(one.tries(), one.nextAt(), zone);
        };
    }

    /** The rest of an address may be a secret between its receiver and the instructors. */
    private static String host(String address) {
        return Optional.ofNullable(URI.create(address).getHost()).orElse("a receiver");
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static String again(int tries, Optional<Instant> next, ZoneId zone) {
        return tries == 0
                ? ""
                : ", tried " + (tries == 1 ? "once" : tries + " times")
                        + next.map(at -> ", again " + PageText.brief(at, zone)).orElse("");
    }
}
