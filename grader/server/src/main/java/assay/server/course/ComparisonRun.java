package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparer;
import assay.core.alike.Comparison;
import assay.core.alike.LeftOut;
import assay.core.alike.Work;
import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.intake.Intake;
import assay.server.queue.SubmissionFiles;
import assay.server.store.Comparisons;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comparisons from their beginning to their end, which is one; whoever comes second changes nothing. */
final class ComparisonRun {
    private static final Logger logger = LoggerFactory.getLogger(ComparisonRun.class);
    private static final String SERVER = "server";
    private static final int MOST_TRIES = 2;

    private final Store store;
    private final Comparer comparer;
    private final Function<String, List<SourceFile>> starters;

    ComparisonRun(Store store, Comparer comparer, Function<String, List<SourceFile>> starters) {
        this.store = requireNonNull(store, "store is null");
        this.comparer = requireNonNull(comparer, "comparer is null");
        this.starters = requireNonNull(starters, "starters is null");
    }

    void run(String id) {
        try {
            Optional<StoredComparison> begun = store.write(tx -> begin(tx, id));
            if (begun.isPresent()) {
                compare(begun.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server goes, and takes it up when it comes back
        } catch (RuntimeException e) {
            logger.warn("comparison {} broke", id, e);
            store.write(tx -> new Comparisons(tx).fail(id, "Something of ours broke; the log says what."));
        }
    }

    private static Optional<StoredComparison> begin(Tx tx, String id) {
        Comparisons comparisons = new Comparisons(tx);
        Optional<StoredComparison> found = comparisons.find(id).filter(one -> !one.ended());
        if (found.filter(one -> one.tries() >= MOST_TRIES).isPresent()) {
            comparisons.fail(id, "The server went twice while it was under way.");
            return Optional.empty();
        }
        comparisons.begin(id);
        return found;
    }

    private void compare(StoredComparison comparison) throws InterruptedException {
        List<StoredSubmission> submissions =
                store.read(tx -> new Comparisons(tx).counting(comparison.course(), comparison.assignment()));
        List<LeftOut> unreadable = new ArrayList<>();
        Comparison outcome = comparer.compare(
                () -> submissions.stream()
                        .flatMap(one -> work(one, unreadable).stream())
                        .iterator(),
                given(comparison));
        boolean first = store.write(tx -> end(tx, comparison, outcome, submissions.size(), unreadable));
        logger.debug("comparison {} ended, first {}", comparison.id(), first);
    }

    private Optional<Work> work(StoredSubmission submission, List<LeftOut> unreadable) {
        return switch (SubmissionFiles.read(submission, content(submission.digest()))) {
            case Intake.Accepted(Submission read) -> Optional.of(new Work(submission.id(), read.sources()));
            case Intake.Refused refused -> {
                unreadable.add(new LeftOut(submission.id(), refused.reason()));
                yield Optional.empty();
            }
        };
    }

    private List<SourceFile> given(StoredComparison comparison) {
        List<SourceFile> given = new ArrayList<>(starters.apply(comparison.assignment()));
        comparison.given().ifPresent(digest -> {
            Intake read = SubmissionFiles.read(comparison.givenName(), content(digest), Instant.EPOCH);
            if (read instanceof Intake.Accepted accepted) {
                given.addAll(accepted.submission().sources());
            }
        });
        return given;
    }

    private byte[] content(String digest) {
        return store.read(tx -> tx.submissions().content(digest))
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.STORAGE, "read what is to be compared", "it is not in the store"));
    }

    private static boolean end(
            Tx tx, StoredComparison comparison, Comparison outcome, int all, List<LeftOut> unreadable) {
        Comparisons comparisons = new Comparisons(tx);
        boolean first = switch (outcome) {
            case Comparison.Failed(String why) -> comparisons.fail(comparison.id(), why);
            case Comparison.Compared found -> {
                List<LeftOut> leftOut = new ArrayList<>(found.leftOut());
                leftOut.addAll(unreadable);
                yield comparisons.finish(
                        comparison.id(),
                        new Comparison.Compared(found.pairs(), found.spread(), leftOut),
                        all - leftOut.size());
            }
        };
        if (first) {
            tx.audit(SERVER, "comparison ended", comparison.course(), comparison.assignment(), said(outcome));
        }
        return first;
    }

    private static String said(Comparison outcome) {
        return switch (outcome) {
            case Comparison.Failed(String why) -> why;
            case Comparison.Compared found -> found.pairs().size() + " pairs";
        };
    }
}
