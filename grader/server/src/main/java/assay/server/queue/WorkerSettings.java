package assay.server.queue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * How a process takes jobs.
 *
 * @param name of the process, unique among all of the installation
 * @param threads how many gradings at a time
 * @param poll how often it looks for work
 * @param heartbeat how often it says that it is alive; after six that are missing, its jobs are given to others
 * @param retryAfter a grading that failed through a fault of ours waits so long, times the square of the tries
 * @param drain how long gradings under way may take to end when it is stopped
 */
public record WorkerSettings(
        String name,
        String host,
        int threads,
        Set<String> capabilities,
        Duration poll,
        Duration heartbeat,
        Duration retryAfter,
        Duration drain) {
    public static final Duration POLL = Duration.ofSeconds(1);
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);
    static final int MISSED_HEARTBEATS = 6;
    /** How long a worker of which nothing is heard keeps what it took, at most. */
    public static final Duration LEASE = HEARTBEAT.multipliedBy(MISSED_HEARTBEATS);

    public static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    public WorkerSettings {
        requireNonNull(name, "name is null");
        requireNonNull(host, "host is null");
        requireNonNull(poll, "poll is null");
        requireNonNull(heartbeat, "heartbeat is null");
        requireNonNull(retryAfter, "retryAfter is null");
        requireNonNull(drain, "drain is null");
        capabilities = Set.copyOf(capabilities);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
    }

    /** Beyond which no job is ever put off, with room for clocks that are not quite the same. */
    Duration longestWait() {
        return retryAfter
                .multipliedBy(GradingRun.MOST_TRIES * GradingRun.MOST_TRIES)
                .plus(CLOCKS_APART);
    }

    /** With signs of life that often. */
    public WorkerSettings beating(Duration often) {
        return new WorkerSettings(name, host, threads, capabilities, poll, often, retryAfter, drain);
    }

    public static WorkerSettings of(String name, String host, int threads, Set<String> capabilities, Duration drain) {
        return new WorkerSettings(name, host, threads, capabilities, POLL, HEARTBEAT, RETRY_AFTER, drain);
    }
}
