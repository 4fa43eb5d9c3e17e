package assay.core.batch;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.Verdict;
import assay.core.intake.Intake;
import assay.core.intake.SubmissionEntry;
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
 */
public final class ClassGrading {
    private final GradingPipeline pipeline;
    private final GradingContext context;
    private final ReportWriter reports;
    private volatile boolean stopped;
    private volatile boolean broken;

    public ClassGrading(GradingPipeline pipeline, GradingContext context, ReportWriter reports) {
        this.pipeline = requireNonNull(pipeline, "pipeline is null");
        this.context = requireNonNull(context, "context is null");
        this.reports = requireNonNull(reports, "reports is null");
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
            return resultOf(entry.read(), force, listener);
        } catch (RuntimeException e) {
            broken = true; // a full disk, say: grading the rest of the class would be in vain
            throw e;
        }
    }

    private Optional<Grading> resultOf(Intake intake, boolean force, BatchListener listener) {
        Optional<Grading> earlier = force ? Optional.empty() : unchanged(intake);
        if (earlier.isPresent()) {
            listener.done(earlier.get(), true);
            return earlier.map(Grading::inBrief);
        }
        Grading grading = pipeline.grade(new GradingRequest(context, intake), event -> tell(listener, event));
        if (stopped) {
            return Optional.empty();
        }
        reports.write(grading);
        listener.done(grading, false);
        return Optional.of(grading.inBrief());
    }

    /** What is given up fails in many ways that mean nothing. */
    private void tell(BatchListener listener, GradingEvent event) {
        if (!stopped) {
            listener.event(event);
        }
    }

    /** A fault of ours is never taken over. */
    private Optional<Grading> unchanged(Intake intake) {
        String fingerprint = context.fingerprint(intake);
        return reports.read(intake.student())
                .filter(grading -> grading.fingerprint().equals(fingerprint))
                .filter(grading -> grading.verdict() != Verdict.IE);
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
