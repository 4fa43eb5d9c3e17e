package assay.sandbox.session;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.runner.frame.FromRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Runners that are started ahead of need, so that nobody waits for a JVM. Each serves one submission; none has seen
 * any before it is taken.
 */
final class WarmRunners implements AutoCloseable {
    private final int ahead;
    private final Function<DataSize, Line<FromRunner>> start;
    private final Deque<Warm> warm = new ArrayDeque<>();
    private final ExecutorService starters;
    private final Set<Future<Line<FromRunner>>> awaited = ConcurrentHashMap.newKeySet();

    /**
     * @param ahead how many wait; with 0 each is started when it is asked for
     * @param start a runner with that much memory that is ready
     */
    WarmRunners(int ahead, Function<DataSize, Line<FromRunner>> start) {
        this.ahead = ahead;
        this.start = start;
        // As many threads as are asked for, so that nobody's start waits for another's.
        this.starters = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("assay-starter-", 0).factory());
    }

    /** Somebody will soon ask for one: starts them, if none are ahead yet. */
    synchronized void expect(DataSize memory) {
        if (warm.isEmpty()) {
            try {
                fill(memory, ahead);
            } catch (RejectedExecutionException e) {
                // It has been closed, as whoever asks for one will hear.
            }
        }
    }

    Line<FromRunner> take(DataSize memory) {
        if (ahead == 0) {
            return start.apply(memory);
        }
        try {
            return await(next(memory));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraderFault fault
                    ? fault
                    : new GraderFault(GraderFault.Code.SANDBOX, "start a runner", e);
        } catch (RejectedExecutionException | CancellationException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a runner", "the sandbox has been closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a runner", "it was interrupted");
        }
    }

    /** Starts no more, and nobody waits any longer. Those that are warm are closed with all other jails. */
    @Override
    public void close() {
        starters.shutdownNow();
        awaited.forEach(line -> line.cancel(true));
    }

    private Line<FromRunner> await(Future<Line<FromRunner>> line) throws ExecutionException, InterruptedException {
        awaited.add(line);
        try {
            if (starters.isShutdown()) { // in the meantime, so that nobody will cancel it
                line.cancel(true);
            }
            return line.get();
        } finally {
            awaited.remove(line);
        }
    }

    /** The oldest of that size; meanwhile, others start to take its place. */
    private synchronized Future<Line<FromRunner>> next(DataSize memory) {
        fill(memory, ahead + 1);
        return warm.remove().line();
    }

    private void fill(DataSize memory, int size) {
        for (Iterator<Warm> each = warm.iterator(); each.hasNext(); ) {
            Warm other = each.next();
            if (!other.memory().equals(memory)) { // another assignment's
                each.remove();
                starters.execute(() -> discard(other.line()));
            }
        }
        while (warm.size() < size) {
            warm.add(new Warm(memory, starters.submit(() -> start.apply(memory))));
        }
    }

    private static void discard(Future<Line<FromRunner>> unwanted) {
        try {
            unwanted.get().close();
        } catch (ExecutionException | CancellationException e) {
            // It never started.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Warm(DataSize memory, Future<Line<FromRunner>> line) {}
}
