package assay.server;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.config.ServerConfig;
import assay.server.course.HandingIn;
import assay.server.course.Releases;
import assay.server.http.Route;
import assay.server.jose.RemoteKeys;
import assay.server.lti.CourseLtiRoutes;
import assay.server.lti.LineItems;
import assay.server.lti.LtiAdminRoutes;
import assay.server.lti.LtiRoutes;
import assay.server.lti.Roster;
import assay.server.lti.ScoreSender;
import assay.server.lti.ServiceTokens;
import assay.server.lti.ToolKeys;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.outbox.FarAhead;
import assay.server.outbox.RetrySchedule;
import assay.server.page.Pages;
import assay.server.queue.Shelf;
import assay.server.secret.SecretFiles;
import assay.server.secret.Tokens;
import assay.server.secret.Vault;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.webhook.InboxWorker;
import assay.server.webhook.NameRoutes;
import assay.server.webhook.ReceiverRoutes;
import assay.server.webhook.SourcePages;
import assay.server.webhook.SourceRoutes;
import assay.server.webhook.WebhookPages;
import assay.server.webhook.WebhookRoutes;
import assay.server.webhook.WebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ties a server to other systems: events that come in, events and grades that go out. */
final class Outside implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(Outside.class);
    private static final String VAULT_KEY = "vault-key";
    private static final long LOOK_SECONDS = 5;
    private static final int SENDERS = 3;

    private final List<Route> routes;
    private final List<IntSupplier> senders;
    /** A thread each: what waits for a platform that does not answer must not keep the others waiting. */
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            SENDERS, Thread.ofPlatform().daemon().name("outbox-", 1).factory());

    /**
     * @param address as browsers see it
     */
    Outside(ServerConfig config, URI address, Store store, Pages pages, HandingIn handingIn, Shelf shelf) {
        requireNonNull(store, "store is null");
        SecretFiles secrets = new SecretFiles(config.secrets());
        Vault vault = new Vault(new String(
                secrets.ensure(VAULT_KEY, () -> Tokens.draw().getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8));
        GuardedWeb web = new GuardedWeb(NetworkPolicy.standard().trusting(config.trustedHosts()), Resolver.system());
        SecureRandom random = new SecureRandom();
        RetrySchedule schedule = RetrySchedule.standard();
        ToolKeys keys = new ToolKeys(store, vault);
        ServiceTokens tokens = new ServiceTokens(web, keys, store.clock());
        Function<PublishedAssignment, Points> maximum =
                one -> shelf.assignment(one).points();
        ScoreSender scores = new ScoreSender(store, tokens, web, schedule, random::nextDouble);
        List<Route> all = new ArrayList<>(new WebhookRoutes(store, vault, new RemoteKeys(web, store.clock())).routes());
        all.addAll(new SourceRoutes(store, vault, address).routes());
        all.addAll(new NameRoutes(store, vault).routes());
        all.addAll(new SourcePages(store, vault, pages, address).routes());
        all.addAll(new WebhookPages(store, vault, pages, address).routes());
        all.addAll(new ReceiverRoutes(store, vault).routes());
        all.addAll(new CourseLtiRoutes(store, new Roster(web, tokens), scores).routes());
        all.addAll(new LtiRoutes(
                        store,
                        address,
                        keys,
                        web,
                        pages,
                        one -> shelf.assignment(one).points())
                .routes());
        all.addAll(new LtiAdminRoutes(store).routes());
        this.routes = List.copyOf(all);
        this.senders = List.of(
                new FarAhead(store)::recall,
                new InboxWorker(store, vault, web, handingIn, config.maxUpload(), schedule)::work,
                new WebhookSender(store, vault, web, schedule, random::nextDouble)::sendDue,
                new Releases(store)::announceDue,
                new LineItems(store, tokens, web, schedule, random::nextDouble, maximum)::makeMissing,
                scores::sendDue);
    }

    List<Route> routes() {
        return routes;
    }

    /** Sends what is due, now and then. */
    void start() {
        for (IntSupplier sender : senders) {
            ScheduledFuture<?> unused =
                    timer.scheduleWithFixedDelay(() -> send(sender), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whatever goes wrong is tried again; a timer that throws would be silent for ever. */
    private static void send(IntSupplier sender) {
        try {
            int tried = sender.getAsInt();
            logger.debug("{} deliveries tried", tried);
        } catch (RuntimeException e) {
            logger.warn("deliveries could not be looked for", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
