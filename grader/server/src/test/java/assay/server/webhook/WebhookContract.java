package assay.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.Resolver;
import assay.server.outbox.Deliveries;
import assay.server.outbox.FarAhead;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Database;
import assay.server.store.Delivery;
import assay.server.store.Store;
import assay.server.testing.SettableClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events in and out over a real database and a real receiver; the same in every database. */
abstract class WebhookContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String COURSE = "cs";

    private final SettableClock clock = new SettableClock(NOW);
    private final Vault vault = new Vault("a key");
    private final List<Incoming> got = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Integer> answers = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private HttpServer receiver;

    abstract Database empty();

    @BeforeEach
    void open() throws IOException {
        database = empty();
        store = new Store(database.source(), clock);
        store.write(tx -> tx.handle().execute("insert into courses (id, title, created_at) values ('cs', 'CS', 0)"));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        database.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        got.add(new Incoming(
                exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        int status = answers.isEmpty() ? 204 : answers.removeFirst();
        if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "3600");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private WebhookSender sender() {
        Set<String> trusted = Set.of("127.0.0.1:" + receiver.getAddress().getPort());
        GuardedWeb web = new GuardedWeb(NetworkPolicy.standard().trusting(trusted), Resolver.system());
        return new WebhookSender(store, vault, web, RetrySchedule.standard(), () -> 0.5);
    }

    private Endpoint endpoint() {
        URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        return store.write(tx -> new Endpoints(tx, vault).add(COURSE, url, SigningSecret.draw()));
    }

    private List<Delivery> deliveries() {
        return store.read(tx -> tx.handle()
                .createQuery("select * from deliveries order by id")
                .mapTo(Delivery.class)
                .list());
    }

    private void announce() {
        store.write(tx -> {
            tx.events().announce(COURSE, "grading.finished", Map.of("grading", "g1"));
            return true;
        });
    }

    private Endpoint find(Endpoint endpoint) {
        return store.read(tx -> new Endpoints(tx, vault).find(endpoint.id())).orElseThrow();
    }

    @Test
    void what_waits_since_before_a_clock_was_set_back_is_sent_now() {
        endpoint();
        clock.advance(Duration.ofDays(30));
        announce();
        clock.set(NOW);
        assertThat(sender().sendDue()).isZero();

        assertThat(new FarAhead(store).recall()).isEqualTo(1);
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(new FarAhead(store).recall()).isZero();
    }

    @Test
    void an_event_is_sent_once_and_its_receiver_can_verify_it() {
        Endpoint endpoint = endpoint();
        announce();
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(sender().sendDue()).isZero();
        Verdict verdict =
                new StandardWebhookVerifier(List.of(endpoint.secrets().current()), clock).verify(got.getFirst());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, event -> {
            assertThat(event.type()).isEqualTo("grading.finished");
            assertThat(event.payload()).asString(StandardCharsets.UTF_8).contains("\"grading\":\"g1\"");
        });
        assertThat(deliveries()).singleElement().returns(Deliveries.DELIVERED, Delivery::state);
    }

    @Test
    void what_fails_is_tried_again_with_the_same_id_after_a_restart_as_well() {
        endpoint();
        announce();
        answers.addAll(List.of(500, 302, 429));
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(sender().sendDue()).isZero();
        clock.advance(Duration.ofSeconds(5));
        assertThat(sender().sendDue()).isEqualTo(1); // another sender: nothing is kept in one
        clock.advance(Duration.ofMinutes(5));
        assertThat(sender().sendDue()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(59)); // the schedule's half an hour, but it asked for one
        assertThat(sender().sendDue()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(got).hasSize(4);
        assertThat(got.stream()
                        .map(request -> request.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(deliveries()).singleElement().returns(Deliveries.DELIVERED, Delivery::state);
    }

    @Test
    void a_receiver_that_is_gone_is_switched_off() {
        Endpoint endpoint = endpoint();
        announce();
        announce();
        answers.add(410);
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(find(endpoint).disabled()).isTrue();
        assertThat(deliveries()).extracting(Delivery::state).containsOnly(Deliveries.GIVEN_UP);
        announce();
        assertThat(deliveries()).hasSize(2);
    }

    @Test
    void a_receiver_that_fails_is_spared_and_nothing_is_lost() {
        Endpoint endpoint = endpoint();
        for (int i = 0; i < 8; i++) {
            announce();
        }
        answers.addAll(List.of(500, 500, 500, 500, 500));
        assertThat(sender().sendDue()).isEqualTo(5);
        assertThat(deliveries()).filteredOn(one -> one.tries() == 0).hasSize(3);
        clock.advance(Duration.ofMinutes(2));
        assertThat(sender().sendDue()).isPositive();
        assertThat(find(endpoint).breaker().failures()).isZero();
        clock.advance(Duration.ofMinutes(10));
        sender().sendDue();
        assertThat(deliveries()).extracting(Delivery::state).containsOnly(Deliveries.DELIVERED);
        assertThat(got).hasSize(13);
    }

    @Test
    void a_delivery_whose_server_died_is_taken_up_by_another() {
        endpoint();
        announce();
        Delivery delivery = deliveries().getFirst();
        assertThat((boolean) store.write(tx -> new Deliveries(tx).claim(delivery)))
                .isTrue();
        assertThat((boolean) store.write(tx -> new Deliveries(tx).claim(delivery)))
                .isFalse();
        assertThat(sender().sendDue()).isZero();
        clock.advance(Duration.ofMinutes(3));
        assertThat(sender().sendDue()).isEqualTo(1);
    }

    @Test
    void what_is_asked_for_again_while_it_is_under_way_goes_out_again() {
        endpoint();
        announce();
        Delivery delivery = deliveries().getFirst();
        store.write(tx -> {
            Deliveries sending = new Deliveries(tx);
            sending.claim(delivery);
            sending.again(delivery.id());
            // The answer to the first comes later.
            sending.end(delivery.id(), Deliveries.DELIVERED, "204");
            return true;
        });
        assertThat(deliveries()).extracting(Delivery::state).containsOnly(Deliveries.WAITING);
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(deliveries()).extracting(Delivery::state).containsOnly(Deliveries.DELIVERED);
    }

    @Test
    void an_inside_address_is_never_sent_to() {
        Endpoint endpoint = store.write(tx -> new Endpoints(tx, vault)
                .add(COURSE, URI.create("https://169.254.169.254/latest"), SigningSecret.draw()));
        announce();
        sender().sendDue();
        assertThat(find(endpoint).disabled()).isTrue();
        assertThat(deliveries())
                .singleElement()
                .satisfies(one -> assertThat(one.lastAnswer()).contains("not asked"));
    }

    @Test
    void secrets_rotate_and_lie_sealed() {
        Endpoint endpoint = endpoint();
        SigningSecret next = SigningSecret.draw();
        store.write(tx -> {
            new Endpoints(tx, vault).rotate(endpoint, next);
            return true;
        });
        assertThat(find(endpoint).secrets().current().bytes()).isEqualTo(next.bytes());
        assertThat(find(endpoint).secrets().previous().orElseThrow().bytes())
                .isEqualTo(endpoint.secrets().current().bytes());
        byte[] stored = store.read(tx -> tx.handle()
                .createQuery("select secret from webhook_endpoints")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(next.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_event_that_comes_twice_is_received_once() {
        Source source =
                new Source("lms", COURSE, Source.Kind.STANDARD, List.of(SigningSecret.draw()), Optional.empty(), false);
        Verdict.Genuine event = new Verdict.Genuine("m1", "submission.created", new byte[] {'{', '}'});
        store.write(tx -> {
            new Sources(tx, vault).put(source);
            return true;
        });
        assertThat((boolean) store.write(tx -> new Inbox(tx).receive(source, event)))
                .isTrue();
        assertThat((boolean) store.write(tx -> new Inbox(tx).receive(source, event)))
                .isFalse();
        List<InboxEvent> due = store.read(tx -> new Inbox(tx).due(10));
        assertThat(due)
                .singleElement()
                .returns("submission.created", InboxEvent::type)
                .returns(COURSE, InboxEvent::course);
        store.write(tx -> {
            new Inbox(tx).end(due.getFirst(), "DONE", "");
            return true;
        });
        List<InboxEvent> left = store.read(tx -> new Inbox(tx).due(10));
        assertThat(left).isEmpty();
        assertThat(store.read(tx -> new Sources(tx, vault).find("lms"))
                        .orElseThrow()
                        .secrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.bytes())
                        .isEqualTo(source.secrets().getFirst().bytes()));
    }
}
