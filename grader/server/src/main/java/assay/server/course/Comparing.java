package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparer;
import assay.core.domain.SourceFile;
import assay.core.intake.Intake;
import assay.server.queue.SubmissionFiles;
import assay.server.store.Comparisons;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredComparison;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Compares the submissions that count of an assignment with one another, one assignment after the other, beside whatever
 * else the server does. It finds; it concludes nothing, and no grade ever depends on it. Safe for use by several threads.
 */
public final class Comparing implements AutoCloseable {
    private static final int FEWEST = 2;
    private static final long GONE_SECONDS = 5;

    private final Store store;
    private final AtomicReference<Optional<ComparisonRun>> runs = new AtomicReference<>(Optional.empty());
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("compare").factory());

    public Comparing(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    /**
     * From now on it can; and what was under way when the server went is taken up.
     *
     * @param starters what students start from, by the assignment's id; nothing where nothing is known
     */
    public void by(Comparer comparer, Function<String, List<SourceFile>> starters) {
        ComparisonRun run = new ComparisonRun(store, comparer, starters);
        runs.set(Optional.of(run));
        store.read(tx -> new Comparisons(tx).open()).forEach(one -> executor.execute(() -> run.run(one.id())));
    }

    /** What came of asking for one. */
    public sealed interface Asked {
        record Begun(StoredComparison comparison) implements Asked {}

        /** Nothing that compares is known here. */
        record Impossible() implements Asked {}

        /** @param submissions how many count: too few */
        record TooFew(int submissions) implements Asked {}

        /** There is one that has not ended. */
        record Another(StoredComparison comparison) implements Asked {}

        /** @param reason why it cannot be read */
        record Unreadable(String reason) implements Asked {}
    }

    /**
     * What everybody was given, where a teacher hands it in: a source or an archive.
     *
     * @param content none where it is empty
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Given(String fileName, byte[] content) {
        public Given {
            requireNonNull(fileName, "fileName is null");
            requireNonNull(content, "content is null");
        }
    }

    /** @param given besides the starter that is known here */
    public Asked ask(PublishedAssignment published, Optional<Given> given, String teacher) {
        Optional<ComparisonRun> run = runs.get();
        if (run.isEmpty()) {
            return new Asked.Impossible();
        }
        Optional<String> unreadable =
                given.flatMap(one -> switch (SubmissionFiles.read(one.fileName(), one.content(), Instant.EPOCH)) {
                    case Intake.Accepted _ -> Optional.<String>empty();
                    case Intake.Refused refused -> Optional.of(refused.reason());
                });
        if (unreadable.isPresent()) {
            return new Asked.Unreadable(unreadable.get());
        }
        Asked asked = store.write(tx -> ask(tx, published, given, teacher));
        if (asked instanceof Asked.Begun(StoredComparison comparison)) {
            executor.execute(() -> run.get().run(comparison.id()));
        }
        return asked;
    }

    private static Asked ask(Tx tx, PublishedAssignment published, Optional<Given> given, String teacher) {
        Comparisons comparisons = new Comparisons(tx);
        Optional<StoredComparison> open = comparisons.of(published.course(), published.id()).stream()
                .filter(one -> !one.ended())
                .findFirst();
        if (open.isPresent()) {
            return new Asked.Another(open.get());
        }
        int count = comparisons.counting(published.course(), published.id()).size();
        if (count < FEWEST) {
            return new Asked.TooFew(count);
        }
        StoredComparison comparison = comparisons.add(
                published.course(),
                published.id(),
                teacher,
                given.map(one -> tx.submissions().keep(one.content())),
                given.map(Given::fileName).orElse(""));
        tx.audit(teacher, "comparison asked", published.course(), published.id(), count + " submissions");
        return new Asked.Begun(comparison);
    }

    /** What is under way is left, and taken up by the next {@link #by}. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(GONE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
