package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import assay.server.outbox.Breaker;
import assay.server.outbox.Deliveries;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Delivery;
import assay.server.store.Events;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Sends a course's events to whoever wants them, as Standard Webhooks has it. What is written down survives a restart,
 * schedule and all; an event goes out at least once, with the same id each time. Safe for several threads and servers.
 */
public final class WebhookSender {
    public static final String KIND = Events.KIND;
    private static final int AT_A_TIME = 50;
    private static final Duration HELD_BACK = Duration.ofSeconds(30);

    private final Store store;
    private final Vault vault;
    private final GuardedWeb web;
    private final RetrySchedule schedule;
    private final DoubleSupplier random;

    /** @param random in [0, 1), for the jitter */
    public WebhookSender(Store store, Vault vault, GuardedWeb web, RetrySchedule schedule, DoubleSupplier random) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.web = requireNonNull(web, "web is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.random = requireNonNull(random, "random is null");
    }

    /**
     * Sends what is due.
     *
     * @return how many were tried
     */
    public int sendDue() {
        List<Delivery> due = store.read(tx -> new Deliveries(tx).due(KIND, AT_A_TIME));
        int tried = 0;
        for (Delivery delivery : due) {
            Optional<Endpoint> endpoint = store.write(tx -> claim(tx, delivery));
            if (endpoint.isPresent()) {
                tried++;
                send(delivery, endpoint.get());
            }
        }
        return tried;
    }

    /** Empty where it is not to be sent now, or by us. */
    private Optional<Endpoint> claim(Tx tx, Delivery delivery) {
        Deliveries deliveries = new Deliveries(tx);
        if (!deliveries.claim(delivery)) {
            return Optional.empty();
        }
        Endpoints endpoints = new Endpoints(tx, vault);
        Optional<Endpoint> endpoint = endpoints.find(delivery.target()).filter(found -> !found.disabled());
        if (endpoint.isEmpty()) {
            deliveries.end(delivery.id(), Deliveries.GIVEN_UP, "the receiver is switched off");
            return Optional.empty();
        }
        Breaker breaker = endpoint.get().breaker();
        if (!breaker.letsThrough(tx.now())) {
            Instant until = breaker.openUntil().orElse(tx.now()).plus(HELD_BACK);
            deliveries.postpone(delivery.id(), until, "held back, since the receiver does not answer");
            return Optional.empty();
        }
        endpoints.put(delivery.target(), breaker.trying(tx.now()));
        return endpoint;
    }

    private void send(Delivery delivery, Endpoint endpoint) {
        Instant at = store.clock().instant();
        WebAnswer answer = web.send(WebRequest.post(endpoint.url(), "application/json", delivery.body())
                .with("Webhook-Id", delivery.id())
                .with("Webhook-Timestamp", Long.toString(at.getEpochSecond()))
                .with("Webhook-Signature", endpoint.secrets().sign(delivery.id(), at, delivery.body())));
        store.write(tx -> {
            settle(tx, delivery, answer);
            return true;
        });
    }

    private void settle(Tx tx, Delivery delivery, WebAnswer answer) {
        Deliveries deliveries = new Deliveries(tx);
        Endpoints endpoints = new Endpoints(tx, vault);
        switch (SendOutcome.of(answer, tx.now())) {
            case SendOutcome.Delivered _ -> {
                endpoints.put(delivery.target(), Breaker.CLOSED);
                deliveries.end(delivery.id(), Deliveries.DELIVERED, answer.summary());
            }
            case SendOutcome.Disable _ -> {
                endpoints.disable(delivery.target());
                deliveries.end(delivery.id(), Deliveries.GIVEN_UP, answer.summary());
                tx.audit("webhooks", "receiver switched off", delivery.course(), delivery.target(), answer.summary());
            }
            case SendOutcome.Retry(Duration asked) -> {
                endpoints
                        .find(delivery.target())
                        .ifPresent(endpoint ->
                                endpoints.put(endpoint.id(), endpoint.breaker().failed(tx.now())));
                schedule.after(delivery.tries() + 1, random.getAsDouble(), asked)
                        .ifPresentOrElse(
                                wait -> deliveries.retry(delivery.id(), tx.now().plus(wait), answer.summary()),
                                () -> deliveries.end(delivery.id(), Deliveries.GIVEN_UP, answer.summary()));
            }
        }
    }
}
