package assay.core.batch;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.intake.Intake;
import assay.core.intake.SubmissionEntry;
import assay.core.manual.Marking;
import assay.core.manual.Marks;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.pipeline.GradingRequest;
import assay.core.report.ReportWriter;
import assay.core.result.Grading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades a class, several submissions at a time. Each result is written as soon as it is there, so that a run that was
 * stopped goes on where it was; a result of an earlier run is taken over where nothing that it depends on has changed.
 * Whatever breaks over one submission is an {@code IE} of that student's, and the others are graded.
 */
public final class ClassGrading {
    private final GradingPipeline pipeline;
    private final GradingContext context;
    private final ReportWriter reports;
    private final Marking marking;
    private volatile boolean stopped;
    private volatile boolean broken;

    /** Without marks: what a person grades stays pending. */
    public ClassGrading(GradingPipeline pipeline, GradingContext context, ReportWriter reports) {
        this(pipeline, context, reports, Marks.NONE);
    }

    /** @param marks what persons decided so far */
    public ClassGrading(GradingPipeline pipeline, GradingContext context, ReportWriter reports, Marks marks) {
        this.pipeline = requireNonNull(pipeline, "pipeline is null");
        this.context = requireNonNull(context, "context is null");
        this.reports = requireNonNull(reports, "reports is null");
        this.marking = new Marking(context.assignment(), marks);
    }

    /**
     * Grades those submissions.
     *
     * @return the results in brief, by student; fewer if the run was stopped. The whole ones are in the reports
     * @throws GraderFault where a result cannot be written; what is under way is ended, and nothing more is taken up
     */
    public List<Grading> grade(List<SubmissionEntry> entries, BatchOptions options, BatchListener listener) {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                options.jobs(), Thread.ofPlatform().name("grading-", 1).factory())) {
            List<Future<Optional<Grading>>> futures = new ArrayList<>();
            for (SubmissionEntry entry : entries) {
                futures.add(workers.submit(() -> gradeOne(entry, options.force(), listener)));
            }
            List<Grading> gradings = new ArrayList<>();
            for (Future<Optional<Grading>> future : futures) {
                outcome(future).ifPresent(gradings::add);
            }
            gradings.sort(Comparator.comparing(Grading::student));
            return List.copyOf(gradings);
        }
    }

    /** Takes up nothing more; what is under way is given up and leaves no result. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    public boolean stopped() {
        return stopped;
    }

    private Optional<Grading> gradeOne(SubmissionEntry entry, boolean force, BatchListener listener) {
        if (stopped || broken) {
            return Optional.empty();
        }
        try {
            return resultOf(entry, force, listener);
        } catch (RuntimeException e) {
            broken = true; // a full disk, say: grading the rest of the class would be in vain
            throw e;
        }
    }

    private Optional<Grading> resultOf(SubmissionEntry entry, boolean force, BatchListener listener) {
        Result result = attempt(entry, force, listener);
        if (stopped) {
            return Optional.empty();
        }
        Grading written = write(result);
        listener.done(written, result.reused());
        return Optional.of(written.inBrief());
    }

    private Result attempt(SubmissionEntry entry, boolean force, BatchListener listener) {
        try {
            Intake intake = entry.read();
            Optional<Grading> earlier = force ? Optional.empty() : unchanged(intake);
            return earlier.map(grading -> new Result(marking.apply(grading), grading, true))
                    .orElseGet(() ->
                            fresh(pipeline.grade(new GradingRequest(context, intake), event -> tell(listener, event))));
        } catch (Throwable bug) { // errors too: no memory or no stack for one submission may be enough for the next
            return fresh(pipeline.broken(context, entry.student(), bug));
        }
    }

    /** What cannot be put into words is an IE as well; what cannot be stored stops the run. */
    private Grading write(Result result) {
        try {
            if (result.reused() && result.grading().equals(result.before())) {
                reports.restore(result.grading());
            } else {
                reports.write(result.grading());
            }
            return result.grading();
        } catch (GraderFault fault) {
            throw fault;
        } catch (Throwable bug) {
            Grading ours = pipeline.broken(context, result.grading().student(), bug);
            reports.write(ours);
            return ours;
        }
    }

    private Result fresh(Grading grading) {
        return new Result(marking.apply(grading), grading, false);
    }

    /** @param before without what persons decided since */
    private record Result(Grading grading, Grading before, boolean reused) {}

    /** What is given up fails in many ways that mean nothing. */
    private void tell(BatchListener listener, GradingEvent event) {
        if (!stopped) {
            listener.event(event);
        }
    }

    /** A fault of ours is never taken over, nor what cannot be read. */
    private Optional<Grading> unchanged(Intake intake) {
        String fingerprint = context.fingerprint(intake);
        return earlier(intake.student())
                .filter(grading -> grading.fingerprint().equals(fingerprint))
                .filter(Grading::graded);
    }

    private Optional<Grading> earlier(String student) {
        try {
            return reports.read(student);
        } catch (GraderFault unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Grading> outcome(Future<Optional<Grading>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraderFault fault
                    ? fault
                    : new GraderFault(GraderFault.Code.STORAGE, "grade a submission", e);
        }
    }
}
