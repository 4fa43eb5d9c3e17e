package assay.server.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives up on requests whose body trickles in. Jetty's idle timeout ends only those that send nothing at all: a byte
 * every few seconds would keep a thread and a file for days. Its own minimum rate holds for bodies that a servlet reads
 * and not for forms with files, and its {@code MinimumDataRateHandler} (12.1.12) counts the bytes of all requests together.
 *
 * <p>Only the time counts in which we wait for the sender, so that nobody pays for a busy server.
 */
final class SlowBodies extends Handler.Wrapper {
    private final Pace pace;

    SlowBodies(Pace pace) {
        this.pace = requireNonNull(pace, "pace is null");
    }

    /**
     * How slow a sender may be.
     *
     * @param grace for which nobody is too slow
     * @param bytesASecond on average, beyond it
     */
    record Pace(Duration grace, long bytesASecond) {
        /** The slowest telephones manage as much; the largest upload ends after three quarters of an hour at worst. */
        static final Pace LEAST = new Pace(Duration.ofSeconds(30), 8192);

        Pace {
            requireNonNull(grace, "grace is null");
        }

        boolean isKept(Duration waited, long bytes) {
            return waited.minus(grace).toMillis() * bytesASecond
                    <= bytes * Duration.ofSeconds(1).toMillis();
        }
    }

    /** What reading a body ends with whose sender is too slow. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the body comes too slowly");
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Timed(request, pace), response, callback);
    }

    /** Reads and waits come one after the other, as the contract of a {@link Content.Source} has it. */
    private static final class Timed extends Request.Wrapper {
        private final Pace pace;
        private Duration waited = Duration.ZERO;
        private long bytes;
        private boolean tooSlow;

        Timed(Request request, Pace pace) {
            super(request);
            this.pace = pace;
        }

        @Override
        public void demand(Runnable whenThereIsMore) {
            long start = System.nanoTime();
            super.demand(() -> {
                waited = waited.plusNanos(System.nanoTime() - start);
                whenThereIsMore.run();
            });
        }

        @Override
        public Content.Chunk read() {
            if (tooSlow) {
                return Content.Chunk.from(new TooSlow(), true);
            }
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            bytes += chunk.remaining();
            if (chunk.isLast() || pace.isKept(waited, bytes)) {
                return chunk;
            }
            chunk.release();
            tooSlow = true;
            return Content.Chunk.from(new TooSlow(), true);
        }
    }
}
