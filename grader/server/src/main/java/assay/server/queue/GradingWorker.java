package assay.server.queue;

import static java.util.Objects.requireNonNull;

import assay.server.store.Database;
import assay.server.store.Store;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs from the queue and grades. What it has taken it holds by a lease, which its heartbeat renews; when it
 * vanishes, the lease runs out and others take the job. It leaves by itself when grading breaks again and again, as it
 * does where the Docker engine misbehaves: others may have a better one.
 */
public final class GradingWorker implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(GradingWorker.class);
    private static final int BROKEN_IN_A_ROW = 8;
    private static final Duration UNKNOWN_JOBS_KEPT = Duration.ofDays(3650);

    private final WorkerSettings settings;
    private final Store store;
    private final GradingRun run;
    private final MeterRegistry meters;
    private final Consumer<String> leave;
    private final Scheduler scheduler;
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("worker-report").factory());
    private final AtomicInteger brokenInARow = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** @param leave is told why, once, when the worker should go */
    public GradingWorker(
            Database database,
            Store store,
            SubmissionGrader grader,
            WorkerSettings settings,
            MeterRegistry meters,
            Consumer<String> leave) {
        this.settings = requireNonNull(settings, "settings is null");
        this.store = requireNonNull(store, "store is null");
        this.meters = requireNonNull(meters, "meters is null");
        this.leave = requireNonNull(leave, "leave is null");
        this.run = new GradingRun(store, grader, settings.name(), settings.retryAfter());
        this.scheduler = scheduler(database);
    }

    private Scheduler scheduler(Database database) {
        List<Task<?>> tasks = new ArrayList<>();
        settings.capabilities().forEach(capability -> tasks.add(task(capability)));
        SchedulerBuilder builder = Scheduler.create(database.source(), tasks)
                .serializer(new JobSerializer())
                .schedulerName(settings::name)
                .clock(new NeverBack(store.clock()))
                .threads(settings.threads())
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(WorkerSettings.MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.drain())
                .deleteUnresolvedAfter(UNKNOWN_JOBS_KEPT)
                .failureLogging(LogLevel.WARN, true)
                .enablePriority();
        // No more is taken than can be begun, so that whoever is urgent does not wait behind what is only held.
        return switch (database.url().kind()) {
            case SQLITE -> builder.pollUsingFetch(0, 1).build();
            case POSTGRESQL -> builder.pollUsingLockAndFetch(0.5, 1).build();
        };
    }

    private Task<Void> task(String capability) {
        return Tasks.custom(Jobs.task(capability))
                .onDeadExecutionRevive()
                .onFailure(this::storeBroke)
                .execute((job, _) -> done(job.getId()));
    }

    private CompletionHandler<Void> done(String id) {
        Timer.Sample time = Timer.start(meters);
        GradingRun.Outcome outcome = run.run(id);
        return switch (outcome) {
            case GradingRun.Outcome.Ended ended -> {
                ended.grading().ifPresent(grading -> {
                    time.stop(meters.timer(
                            "assay.gradings", "verdict", grading.verdict().name()));
                    brokenInARow.set(0);
                });
                yield new CompletionHandler.OnCompleteRemove<>();
            }
            case GradingRun.Outcome.Again again -> {
                broke(again.reason());
                yield (complete, operations) -> operations.reschedule(complete, again.at());
            }
            case GradingRun.Outcome.SetAside aside -> {
                broke(aside.reason());
                yield new CompletionHandler.OnCompleteRemove<>();
            }
        };
    }

    private void broke(String reason) {
        meters.counter("assay.gradings.broken").increment();
        if (!stopping.get() && brokenInARow.incrementAndGet() == BROKEN_IN_A_ROW) {
            scheduler.pause();
            logger.error("{} gradings broke in a row; taking no more: {}", BROKEN_IN_A_ROW, reason);
            leave.accept(reason);
        }
    }

    /** Not even the failure could be written down; the lease keeps the job until it can be. */
    private void storeBroke(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getTimeDone().plus(settings.retryAfter()));
    }

    public void start() {
        report();
        ScheduledFuture<?> unused = reporter.scheduleWithFixedDelay(
                this::report,
                settings.heartbeat().toMillis(),
                settings.heartbeat().toMillis(),
                TimeUnit.MILLISECONDS);
        scheduler.start();
    }

    /** Looks for work at once, since there is some. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    private void report() {
        try {
            String note =
                    scheduler.getSchedulerState().isPaused() ? "takes no more: grading broke again and again" : "";
            String capabilities =
                    String.join(",", settings.capabilities().stream().sorted().toList());
            int recalled = store.write(tx -> {
                tx.fleet().seen(settings.name(), settings.host(), capabilities, settings.threads(), note);
                return tx.fleet().recall(settings.longestWait());
            });
            if (recalled > 0) {
                logger.warn("{} jobs waited for a time before which a clock was set back; they are due", recalled);
            }
        } catch (RuntimeException e) {
            logger.warn("this worker could not report itself", e);
        }
    }

    /** Takes nothing more, and waits for what is under way. */
    @Override
    public void close() {
        stopping.set(true);
        reporter.shutdownNow();
        scheduler.stop();
    }
}
