package assay.cli.bench;

import java.time.Duration;

/** What others make of the processors. */
public final class BusyWatch {
    private static final Duration WATCHED_FOR = Duration.ofSeconds(1);

    private BusyWatch() {}

    /** From 0 to 1, over a second in which this process has nothing to do. */
    public static double share(Proc proc) {
        Meter meter = Meter.start(proc);
        try {
            Thread.sleep(WATCHED_FOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Usage usage = meter.read();
        Duration others = usage.machine().minus(usage.own());
        return Measurement.seconds(others)
                / Measurement.seconds(usage.wall())
                / Runtime.getRuntime().availableProcessors();
    }
}
