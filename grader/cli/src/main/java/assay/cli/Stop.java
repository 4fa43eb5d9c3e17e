package assay.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Ends a service on Ctrl-C and SIGTERM: closes its parts in the order in which they were named. */
final class Stop {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Console console;

    private Stop(Console console) {
        this.console = requireNonNull(console, "console is null");
    }

    static Stop atShutdown(Console console) {
        Stop stop = new Stop(console);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::stop, "stop"));
        return stop;
    }

    /** In the order in which they are to be closed. */
    synchronized void closes(AutoCloseable part) {
        open.addLast(part);
    }

    synchronized void stop() {
        console.say("Stopping; gradings under way come to their end first ...");
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                console.say("Could not be closed in order: " + e);
            }
        }
        open.clear();
        stopped.countDown();
    }

    /** Until it is stopped. */
    void await() throws InterruptedException {
        stopped.await();
    }
}
