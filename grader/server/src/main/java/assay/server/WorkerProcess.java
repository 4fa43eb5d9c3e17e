package assay.server;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AssignmentReader;
import assay.server.queue.GradingWorker;
import assay.server.queue.Ground;
import assay.server.queue.Shelf;
import assay.server.queue.SubmissionGrader;
import assay.server.queue.WorkerSettings;
import assay.server.secret.SecretFiles;
import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import assay.server.store.Ids;
import assay.server.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A process that only grades, on whichever host: it needs the database and the worker token, and nothing else. */
public final class WorkerProcess implements AutoCloseable {
    private final Database database;
    private final Store store;
    private final Shelf shelf;
    private final AtomicReference<Optional<GradingWorker>> worker = new AtomicReference<>(Optional.empty());

    private WorkerProcess(Database database, AssignmentReader reader, InstantSource clock) {
        this.database = database;
        this.store = new Store(database.source(), clock);
        this.shelf = new Shelf(reader);
    }

    /**
     * Joins an installation.
     *
     * @param secrets folder into which the installation's secret is put
     * @throws assay.core.domain.GraderFault where the database is not there, or the token is another's
     */
    public static WorkerProcess join(
            DatabaseUrl url, String token, Path secrets, AssignmentReader reader, InstantSource clock) {
        Database database = Database.open(url);
        try {
            WorkerProcess process = new WorkerProcess(database, reader, clock);
            new Installation(process.store).receive(new SecretFiles(secrets), token);
            return process;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Begins to grade.
     *
     * @param heartbeat how often it says that it is alive
     * @param leave is told why, once, when grading breaks again and again
     */
    public void grade(
            Ground ground,
            int threads,
            Set<String> capabilities,
            Duration heartbeat,
            Duration drain,
            Consumer<String> leave) {
        requireNonNull(leave, "leave is null");
        SubmissionGrader grader = new SubmissionGrader(store, shelf, ground);
        WorkerSettings settings = WorkerSettings.of(
                        Hosts.name() + "/" + Ids.at(store.clock().instant()).substring(24),
                        Hosts.name(),
                        threads,
                        capabilities,
                        drain)
                .beating(heartbeat);
        GradingWorker started = new GradingWorker(database, store, grader, settings, new SimpleMeterRegistry(), leave);
        started.start();
        worker.set(Optional.of(started));
    }

    /** Takes nothing more, and waits for what is under way. */
    @Override
    public void close() {
        worker.get().ifPresent(GradingWorker::close);
        database.close();
    }
}
