package assay.cli.bench;

import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A class graded by a number of threads. */
final class Parallel {
    private Parallel() {}

    static void each(List<Submission> submissions, int jobs, Consumer<Submission> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            List<Future<?>> futures = new ArrayList<>();
            for (Submission submission : submissions) {
                futures.add(workers.submit(() -> work.accept(submission)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "grade a class", "it was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraderFault fault
                    ? fault
                    : new GraderFault(GraderFault.Code.SANDBOX, "grade a class", e);
        }
    }
}
