package assay.e2e.hostile;

import assay.core.assignment.Assignment;
import assay.core.batch.BatchListener;
import assay.core.batch.BatchOptions;
import assay.core.batch.ClassGrading;
import assay.core.intake.FileNames;
import assay.core.intake.FolderOpening;
import assay.core.intake.SubmissionEntry;
import assay.core.intake.SubmissionFolder;
import assay.core.pipeline.GradingContext;
import assay.core.pipeline.GradingEvent;
import assay.core.pipeline.GradingPipeline;
import assay.core.port.GoldenSource;
import assay.core.port.Sandbox;
import assay.core.report.ReportWriter;
import assay.core.result.Grading;
import assay.e2e.House;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grades the corpus as a class, several at a time, and keeps what came of each. */
final class CorpusRun {
    /** More than processors, since many wait now and then. */
    private static final int JOBS = 3;

    /** Of those that do nothing else; few, since they are compiled as the others are, with a limit of time. */
    private static final int IDLE_JOBS = 2;

    private final Assignment assignment;
    private final Path out;
    private final Set<String> idle;

    /** What came of one case; the whole record lies in {@code out}. */
    record Graded(Grading grading, Duration took, List<String> retried) {
        @Override
        public String toString() {
            return grading.verdict() + " "
                    + grading.parts().stream()
                            .map(part ->
                                    part.verdict() + " " + part.earned().value().toPlainString())
                            .toList()
                    + " " + took.toMillis() + " ms";
        }
    }

    /** @param out for the reports */
    CorpusRun(Assignment assignment, Path out) {
        this.assignment = assignment;
        this.out = out;
        this.idle = Corpus.cases().stream()
                .filter(one -> one.expected().idle())
                .map(HostileCase::id)
                .collect(Collectors.toSet());
    }

    Map<String, Graded> grade(Sandbox sandbox, Path submissions) throws IOException {
        GoldenSource goldens = House.goldens();
        GradingContext context = GradingContext.of(assignment, sandbox, goldens, "test");
        ReportWriter reports = new ReportWriter(out, assignment, FileNames::of);
        FolderOpening.Opened opened = (FolderOpening.Opened) SubmissionFolder.open(submissions);
        Results results = new Results();
        Map<Boolean, List<SubmissionEntry>> byIdle =
                opened.entries().stream().collect(Collectors.partitioningBy(entry -> idle.contains(entry.student())));
        ClassGrading grading = new ClassGrading(new GradingPipeline(sandbox, goldens), context, reports);
        List<Grading> all = new ArrayList<>();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Grading>> waiting = beside.submit(
                    () -> grading.grade(byIdle.getOrDefault(true, List.of()), options(IDLE_JOBS), results));
            all.addAll(grading.grade(byIdle.getOrDefault(false, List.of()), options(JOBS), results));
            all.addAll(waiting.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the cases that only wait could not be graded", e);
        }
        all.sort(Comparator.comparing(Grading::student));
        reports.writeClass(all, List.of());
        return results.graded;
    }

    private static BatchOptions options(int jobs) {
        return new BatchOptions(jobs, true);
    }

    /** Events of one submission come on one thread, from its compilation to its result. */
    private static final class Results implements BatchListener {
        private final Map<String, Graded> graded = new ConcurrentHashMap<>();
        private final Map<String, List<String>> retried = new ConcurrentHashMap<>();
        private final Map<Thread, Long> free = new ConcurrentHashMap<>();
        private final long start = System.nanoTime();

        @Override
        public void event(GradingEvent event) {
            if (event instanceof GradingEvent.Retried(String student, String reason)) {
                retried.merge(
                        student,
                        List.of(reason),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
            }
        }

        @Override
        public void done(Grading grading, boolean reused) {
            long now = System.nanoTime();
            Long before = free.put(Thread.currentThread(), now);
            Duration took = Duration.ofNanos(now - (before == null ? start : before));
            graded.put(
                    grading.student(), new Graded(grading, took, retried.getOrDefault(grading.student(), List.of())));
        }
    }
}
