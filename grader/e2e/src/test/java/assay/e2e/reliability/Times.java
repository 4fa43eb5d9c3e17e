package assay.e2e.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long things took; for many threads. */
final class Times {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long taken) {
        nanos.add(taken);
    }

    int count() {
        return nanos.size();
    }

    /** @param part such as 0.99 */
    Duration at(double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[
                        (int) Math.min(sorted.length - 1L, Math.round(Math.ceil(part * sorted.length)) - 1)]);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d, p50 %s, p95 %s, p99 %s, most %s ms",
                count(),
                millis(0.5),
                millis(0.95),
                millis(0.99),
                millis(1));
    }

    private String millis(double part) {
        return Long.toString(at(part).toMillis());
    }

    /** What else the machine does. */
    static String load() {
        try {
            return "load average "
                    + Files.readString(Path.of("/proc/loadavg")).strip() + ", processors "
                    + Runtime.getRuntime().availableProcessors();
        } catch (IOException e) {
            return "load average unknown: " + e.getMessage();
        }
    }
}
