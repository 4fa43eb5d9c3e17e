package assay.server.http;

import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.result.TrainingCurve;
import assay.server.outbox.Arrival;
import assay.server.page.Rounded;
import assay.server.page.Timeline;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What took how long between a submission and its grade: queue, parts, delivery. */
final class QueueWay {
    private static final String QUEUE = "quiet";
    private static final List<String> PARTS = List.of("odd", "even");
    private static final String DELIVERY = "good";

    private final Tx tx;
    private final StoredSubmission submission;
    private final boolean staff;
    private final ZoneId zone;

    /**
     * @param staff whether the worker may be named
     * @param zone the assignment's, which the page names
     */
    QueueWay(Tx tx, StoredSubmission submission, boolean staff, ZoneId zone) {
        this.tx = tx;
        this.submission = submission;
        this.staff = staff;
        this.zone = zone;
    }

    /** @param told of the grading what may be seen; empty where nothing may */
    Timeline of(Optional<StoredGrading> grading, Optional<Grading> told) {
        List<String> steps = new ArrayList<>(List.of("Handed in " + at(submission.submittedAt())));
        submission.receivedAt().ifPresent(received -> steps.add("Received " + at(received)));
        if (grading.isEmpty()) {
            return Timeline.of(List.of(), steps);
        }
        StoredGrading job = grading.get();
        Outward outward = Outward.of(tx, submission, job, staff, zone);
        steps.addAll(steps(job));
        steps.addAll(outward.steps());
        return Timeline.of(
                stages(job, told, outward.arrived()),
                steps.stream().map(PageText::line).toList());
    }

    private List<Timeline.Stage> stages(StoredGrading job, Optional<Grading> told, Optional<Arrival> arrival) {
        List<Timeline.Stage> stages = new ArrayList<>();
        Instant started = job.startedAt().or(job::endedAt).orElse(tx.now());
        stages.add(new Timeline.Stage("In the queue", QUEUE, between(job.queuedAt(), started)));
        if (job.startedAt().isEmpty()) {
            return stages;
        }
        Instant ended = job.endedAt().orElse(tx.now());
        stages.addAll(parts(between(started, ended), told));
        arrival.ifPresent(there ->
                stages.add(new Timeline.Stage("To " + there.platform(), DELIVERY, between(ended, there.changedAt()))));
        return stages;
    }

    /** What the parts did not take went into compiling and into starting the sandbox. */
    private static List<Timeline.Stage> parts(Duration all, Optional<Grading> told) {
        List<PartResult> run = told.stream()
                .flatMap(grading -> grading.parts().stream())
                .filter(part -> !wall(part).isZero())
                .toList();
        Duration rest = run.stream().map(QueueWay::wall).reduce(all, Duration::minus);
        if (run.isEmpty() || rest.isNegative()) {
            return List.of(new Timeline.Stage("Grading", PARTS.getFirst(), all));
        }
        List<Timeline.Stage> stages = new ArrayList<>();
        stages.add(new Timeline.Stage("Compiling and starting", PARTS.getLast(), rest));
        for (PartResult part : run) {
            stages.add(new Timeline.Stage(PageText.line(part.title()), PARTS.get((stages.size() + 1) % 2), wall(part)));
        }
        return stages;
    }

    private static Duration wall(PartResult part) {
        Stream<Duration> walls = part.curve()
                .map(curve -> curve.points().stream().map(TrainingCurve.Point::wall))
                .orElseGet(() -> part.cases().stream().map(one -> one.usage().wall()));
        Duration all = walls.reduce(Duration.ZERO, Duration::plus);
        return Duration.ofMillis(all.toMillis());
    }

    private List<String> steps(StoredGrading job) {
        List<String> steps = new ArrayList<>();
        steps.add("Queued " + at(job.queuedAt())
                + switch (job.urgency()) {
                    case WAITING -> ", before all others, since its student waits";
                    case CROWD -> ", with the crowd around the deadline";
                    case REGRADE -> ", as a regrade, after all others";
                });
        job.startedAt()
                .ifPresent(start -> steps.add("Started " + at(start) + (staff ? " on " + job.worker() : "")
                        + (job.tries() > 1 ? ", try " + job.tries() : "") + ", after "
                        + Rounded.words(between(job.queuedAt(), start)) + " in the queue"));
        job.endedAt()
                .ifPresent(end -> steps.add("Ended " + at(end) + ", after "
                        + Rounded.words(between(job.startedAt().orElse(job.queuedAt()), end))));
        return steps;
    }

    /** Clocks of two hosts may differ. */
    private static Duration between(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.isNegative() ? Duration.ZERO : length;
    }

    private String at(Instant instant) {
        return PageText.brief(instant, zone);
    }
}
