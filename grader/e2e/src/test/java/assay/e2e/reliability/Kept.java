package assay.e2e.reliability;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** A program that is started again whenever it ends, as systemd and Docker keep services up. */
final class Kept implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final Starter starter;
    private final Thread keeper;
    private Process process;
    private boolean wanted = true;
    private int starts = 1;

    /** Starts it once. */
    interface Starter {
        Process start() throws IOException;
    }

    Kept(String name, Starter starter) throws IOException {
        this.starter = requireNonNull(starter, "starter is null");
        this.process = starter.start();
        this.keeper = Thread.ofVirtual().name("keeps-" + name).start(this::keep);
    }

    private void keep() {
        try {
            while (true) {
                current().waitFor();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                if (!again()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized boolean again() throws IOException {
        if (wanted) {
            process = starter.start();
            starts++;
        }
        return wanted;
    }

    private synchronized Process current() {
        return process;
    }

    synchronized void kill() {
        process.destroyForcibly();
    }

    synchronized int starts() {
        return starts;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            wanted = false;
            process.destroy();
        }
        try {
            if (!current().waitFor(30, TimeUnit.SECONDS)) {
                current().destroyForcibly();
            }
            keeper.join();
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
