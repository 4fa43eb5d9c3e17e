package assay.sandbox.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Things that are dear to make and serve one at a time: so few that those who ask share them, and one more wherever
 * somebody would wait too long.
 */
final class Lending<T> {
    private final int sharedBy;
    private final Duration patience;
    private final Deque<T> idle = new ArrayDeque<>();
    /** Lent, idle, or still being made. */
    private int all;

    private int waiting;

    /**
     * @param sharedBy how many may wait for each
     * @param patience how long anybody waits
     */
    Lending(int sharedBy, Duration patience) {
        this.sharedBy = sharedBy;
        this.patience = requireNonNull(patience, "patience is null");
    }

    /** The last that came back, after a while if need be; empty where the caller is to make another. */
    synchronized Optional<T> take() throws InterruptedException {
        waiting++;
        try {
            await();
            if (idle.isEmpty()) {
                all++;
            }
            return Optional.ofNullable(idle.poll());
        } finally {
            waiting--;
        }
    }

    private void await() throws InterruptedException {
        int known = all;
        long until = System.nanoTime() + patience.toNanos();
        while (idle.isEmpty() && waiting <= all * sharedBy) {
            if (all > known) { // somebody else has lost patience, and will soon have another
                known = all;
                until = System.nanoTime() + patience.toNanos();
            }
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** The caller makes another, whoever else could be asked. */
    synchronized void added() {
        all++;
    }

    synchronized void giveBack(T thing) {
        idle.push(thing);
        notifyAll();
    }

    /** One that somebody had, or was making, is no more. */
    synchronized void gone() {
        all--;
        notifyAll();
    }
}
