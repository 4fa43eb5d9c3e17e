package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.config.ServerConfig;
import assay.server.course.Comparing;
import assay.server.course.Extending;
import assay.server.course.HandingIn;
import assay.server.course.Passback;
import assay.server.course.Regrading;
import assay.server.course.Revealing;
import assay.server.course.Reviving;
import assay.server.course.SelfChecking;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.course.TextMarking;
import assay.server.page.Pages;
import assay.server.store.Store;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/** All that answers: puts the table of routes together. */
public final class Site implements AutoCloseable {
    private static final int GUESSES_A_MINUTE = 20;

    private final WebServer server;
    private final EventStream events;
    private final List<Route> routes;

    /** What a site works with. */
    public record Parts(
            Store store,
            Pages pages,
            HandingIn handingIn,
            Teaching teaching,
            Regrading regrading,
            Comparing comparing,
            ShownResults results,
            Passback passback,
            PrometheusMeterRegistry meters) {
        public Parts {
            requireNonNull(store, "store is null");
            requireNonNull(pages, "pages is null");
            requireNonNull(handingIn, "handingIn is null");
            requireNonNull(teaching, "teaching is null");
            requireNonNull(regrading, "regrading is null");
            requireNonNull(comparing, "comparing is null");
            requireNonNull(results, "results is null");
            requireNonNull(passback, "passback is null");
            requireNonNull(meters, "meters is null");
        }
    }

    /** @param more routes of other packages, such as webhooks and LTI */
    public Site(ServerConfig config, int port, Parts parts, List<Route> more) {
        String origin = config.address(port).toString();
        Store store = parts.store();
        Pages pages = parts.pages();
        this.events = new EventStream(store);
        SubmissionRoutes submissions =
                new SubmissionRoutes(store, parts.handingIn(), parts.results(), parts.teaching(), events);
        GradeRoutes grades = new GradeRoutes(store, parts.teaching());
        RateLimit guesses = new RateLimit(GUESSES_A_MINUTE, store.clock());
        List<Route> all = new ArrayList<>();
        all.addAll(new OperationRoutes(store, parts.meters()).routes());
        all.addAll(new SignIn(store, pages, config.secure(), guesses).routes());
        all.addAll(submissions.routes());
        all.addAll(new CourseRoutes(store).routes());
        all.addAll(new MemberRoutes(store).routes());
        all.addAll(new AssignmentRoutes(store, parts.teaching()).routes());
        all.addAll(new RuleRoutes(store, parts.teaching()).routes());
        all.addAll(grades.routes());
        all.addAll(new ExtensionRoutes(store, new Extending(store, parts.handingIn()), parts.results()).routes());
        all.addAll(new RegradeRoutes(store, parts.regrading(), parts.results()).routes());
        all.addAll(new RegradePages(store, pages, parts.regrading(), parts.results()).routes());
        ComparisonRoutes comparisons = new ComparisonRoutes(store, parts.comparing(), events);
        all.addAll(comparisons.routes());
        all.addAll(new ComparisonPages(store, pages, comparisons, parts.results()).routes());
        all.addAll(new PairPages(store, pages).routes());
        all.addAll(new LmsRoutes(store).routes());
        all.addAll(new TeamRoutes(store).routes());
        all.addAll(new TeamPages(store, pages, parts.results()).routes());
        all.addAll(new RevealRoutes(new Revealing(store)).routes());
        all.addAll(new SelfCheckRoutes(store, new SelfChecking(store, parts.handingIn()), parts.results(), events)
                .routes());
        AccountRoutes accounts = new AccountRoutes(store, origin);
        all.addAll(accounts.routes());
        all.addAll(new CoursePages(store, pages, parts.teaching(), parts.results()).routes());
        all.addAll(new PeoplePages(store, pages, accounts).routes());
        all.addAll(new HomeRoutes(store, pages, parts.results()).routes());
        all.addAll(new StudentRoutes(parts, submissions).routes());
        all.addAll(new ResultRoutes(store, pages, parts.results(), parts.teaching()).routes());
        all.addAll(new ClassRoutes(store, pages, parts.results()).routes());
        all.addAll(new TextPages(store, pages, parts.results()).routes());
        all.addAll(new MarkingPages(store, pages, parts.results(), new TextMarking(store, parts.results())).routes());
        all.addAll(new RulePages(store, pages, parts.results(), parts.teaching()).routes());
        all.addAll(new PictureRoutes(store, pages, parts.results()).routes());
        all.addAll(new LearnerRoutes(store, pages, parts.results(), grades).routes());
        all.addAll(new DeliveryRoutes(store, pages).routes());
        all.addAll(new QueuePages(store, pages, new Reviving(store, parts.handingIn())).routes());
        all.addAll(new TokenPages(store, pages).routes());
        all.addAll(more);
        this.routes = List.copyOf(all);
        Guard guard = new Guard(store, origin, new RateLimit(config.requests(), store.clock()));
        this.server = new WebServer(
                routes,
                guard,
                pages,
                config.secure(),
                config.maxUpload().bytes(),
                SlowBodies.Pace.LEAST,
                parts.meters());
    }

    public List<Route> routes() {
        return routes;
    }

    public void start(String host, int port) {
        server.start(host, port);
    }

    @Override
    public void close() {
        events.close();
        server.close();
    }
}
