package assay.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Bridges a database that is away for a moment, as one is that crashed and is started again: what nobody has seen the
 * effect of is tried again, for as long as somebody who waits for an answer would wait. Whoever asks for a connection
 * meanwhile waits for it in the pool.
 */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final String CONNECTION = "08";
    /** Shut down, crashed, not up yet; ended since it did nothing within a transaction for too long. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "25P03");

    private Patience() {}

    /** What may or may not have been done: the connection was lost while it was being committed. */
    static final class NobodyKnows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyKnows(JdbiException cause) {
            super(cause);
        }
    }

    static <T> T with(Supplier<T> work) {
        long start = System.nanoTime();
        while (true) {
            try {
                return work.get();
            } catch (JdbiException e) {
                boolean late = System.nanoTime() - start > LONGEST.toNanos();
                if (late || !away(e) || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the database was away, rather than of another opinion. */
    static boolean away(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientConnectionException) {
                return true;
            }
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith(CONNECTION) || AWAY.contains(state);
            }
        }
        return false;
    }
}
