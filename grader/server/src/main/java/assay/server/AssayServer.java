package assay.server;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparer;
import assay.core.assignment.AssignmentReader;
import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.server.config.ServerConfig;
import assay.server.course.Comparing;
import assay.server.course.HandingIn;
import assay.server.course.Regrading;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.http.Route;
import assay.server.http.Site;
import assay.server.lti.StudentScores;
import assay.server.page.Pages;
import assay.server.queue.GradingQueue;
import assay.server.queue.GradingWorker;
import assay.server.queue.Ground;
import assay.server.queue.Shelf;
import assay.server.queue.SubmissionGrader;
import assay.server.queue.WorkerSettings;
import assay.server.secret.SecretFiles;
import assay.server.store.Database;
import assay.server.store.Ids;
import assay.server.store.Store;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A running server: store, queue and site. Answers before it can grade; what was handed in by then waits. */
public final class AssayServer implements AutoCloseable {
    private final ServerConfig config;
    private final int port;
    private final Database database;
    private final Store store;
    private final Shelf shelf;
    private final PrometheusMeterRegistry meters;
    private final Comparing comparing;
    private final Outside outside;
    private final Site site;
    private final AtomicReference<Optional<GradingWorker>> worker = new AtomicReference<>(Optional.empty());

    private AssayServer(
            ServerConfig config, int port, Database database, AssignmentReader reader, InstantSource clock) {
        this.config = config;
        this.port = port;
        this.database = database;
        this.store = new Store(database.source(), clock);
        this.shelf = new Shelf(reader);
        this.meters = Meters.of(store);
        HandingIn handingIn = new HandingIn(
                store, shelf, new GradingQueue(), () -> worker.get().ifPresent(GradingWorker::wake));
        Teaching teaching = new Teaching(store, shelf, handingIn);
        Pages pages = new Pages();
        this.comparing = new Comparing(store);
        this.outside = new Outside(config, config.address(port), store, pages, handingIn, shelf);
        this.site = new Site(
                config,
                port,
                new Site.Parts(
                        store,
                        pages,
                        handingIn,
                        teaching,
                        new Regrading(store, shelf, handingIn),
                        comparing,
                        new ShownResults(shelf),
                        StudentScores::told,
                        meters),
                outside.routes());
    }

    /**
     * Starts to listen.
     *
     * @throws GraderFault where the database or a secret cannot be had, or the port is taken
     */
    public static AssayServer start(ServerConfig config, AssignmentReader reader, InstantSource clock) {
        SecretFiles.privateFolder(config.data());
        Database database = Database.open(config.database());
        try {
            new Installation(new Store(database.source(), clock)).share(new SecretFiles(config.secrets()));
            AssayServer server = new AssayServer(config, free(config), database, reader, clock);
            server.site.start(config.host(), server.port);
            server.outside.start();
            return server;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The pages have to know their own address before they are there. */
    private static int free(ServerConfig config) {
        if (config.port() != 0) {
            return config.port();
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(config.host()))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "find a free port", e);
        }
    }

    /** As browsers see it. */
    public String address() {
        return config.address(port).toString();
    }

    public Store store() {
        return store;
    }

    public List<Route> routes() {
        return site.routes();
    }

    /**
     * A link that signs the administrator in, once.
     *
     * @param anew even where there is an administrator already
     */
    public Optional<String> adminLink(boolean anew) {
        return new Installation(store).adminCode(anew).map(code -> address() + "/sign-in/" + code);
    }

    /**
     * Begins to grade.
     *
     * @param leave is told why, once, when grading breaks again and again
     */
    public void grade(Ground ground, Consumer<String> leave) {
        requireNonNull(leave, "leave is null");
        SubmissionGrader grader = new SubmissionGrader(store, shelf, ground);
        WorkerSettings settings = WorkerSettings.of(
                Hosts.name() + "/" + Ids.at(store.clock().instant()).substring(24),
                Hosts.name(),
                config.workers(),
                config.capabilities(),
                config.drain());
        GradingWorker started = new GradingWorker(database, store, grader, settings, meters, leave);
        started.start();
        worker.set(Optional.of(started));
    }

    /**
     * Lets instructors compare submissions.
     *
     * @param starters what students start from, by the assignment's id; nothing where nothing is known
     */
    public void compare(Comparer comparer, Function<String, List<SourceFile>> starters) {
        comparing.by(comparer, starters);
    }

    /** Takes no more requests, lets gradings under way come to their end, and goes. */
    @Override
    public void close() {
        site.close();
        outside.close();
        comparing.close();
        worker.get().ifPresent(GradingWorker::close);
        database.close();
    }
}
