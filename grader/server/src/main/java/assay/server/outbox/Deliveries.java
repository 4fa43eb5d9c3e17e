package assay.server.outbox;

import static java.util.Objects.requireNonNull;

import assay.server.store.Delivery;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The table of deliveries, within one transaction. A delivery is WAITING until its time comes; while it is under way its
 * time lies a lease ahead, so that one whose server died is taken up again. In the end it is DELIVERED, or GIVEN_UP.
 */
public final class Deliveries {
    public static final String WAITING = "WAITING";
    public static final String DELIVERED = "DELIVERED";
    public static final String GIVEN_UP = "GIVEN_UP";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 500;

    private final Tx tx;

    public Deliveries(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    public Optional<Delivery> find(String id) {
        return tx.handle()
                .createQuery("select * from deliveries where id = :id")
                .bind("id", id)
                .mapTo(Delivery.class)
                .findOne();
    }

    /** What has been told of a submission since then, oldest first. */
    public List<Delivery> about(String submission, Instant since) {
        return tx.handle()
                .createQuery("select * from deliveries where about = :submission and created_at >= :since"
                        + " order by created_at, id")
                .bind("submission", submission)
                .bind("since", since)
                .mapTo(Delivery.class)
                .list();
    }

    public List<Delivery> due(String kind, int most) {
        return tx.handle()
                .createQuery("select * from deliveries where state = :state and kind = :kind and next_at <= :now"
                        + " order by next_at, id limit :most")
                .bind("state", WAITING)
                .bind("kind", kind)
                .bind("now", tx.now())
                .bind("most", most)
                .mapTo(Delivery.class)
                .list();
    }

    /** Whether it is ours to send now: of several servers, one gets it. */
    public boolean claim(Delivery delivery) {
        return tx.handle()
                        .createUpdate("update deliveries set next_at = :lease where id = :id and state = :state"
                                + " and next_at = :seen")
                        .bind("lease", tx.now().plus(LEASE))
                        .bind("id", delivery.id())
                        .bind("state", WAITING)
                        .bind("seen", delivery.nextAt().orElse(Instant.EPOCH))
                        .execute()
                == 1;
    }

    /** Not tried now, and not counted as a try. */
    public void postpone(String id, Instant until, String reason) {
        update(id, WAITING, 0, Optional.of(until), reason);
    }

    public void retry(String id, Instant at, String answer) {
        update(id, WAITING, 1, Optional.of(at), answer);
    }

    /** @param state {@link #DELIVERED} or {@link #GIVEN_UP} */
    public void end(String id, String state, String answer) {
        update(id, state, 1, Optional.empty(), answer);
    }

    /** Once more from the beginning, because a person says so; also where it is under way. */
    public void again(String id) {
        tx.handle()
                .createUpdate("update deliveries set state = :state, tries = 0, next_at = :now, ended_at = null"
                        + " where id = :id")
                .bind("state", WAITING)
                .bind("now", tx.now())
                .bind("id", id)
                .execute();
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a column that may be empty
    private void update(String id, String state, int tried, Optional<Instant> nextAt, String answer) {
        tx.handle()
                .createUpdate("update deliveries set state = :state, tries = tries + :tried, next_at = :nextAt,"
                        + " last_answer = :answer, ended_at = :endedAt where id = :id and state = 'WAITING'"
                        // While it was under way somebody may have asked for it again: then it is due, and goes out
                        // again.
                        + " and next_at > :now")
                .bind("now", tx.now())
                .bind("state", state)
                .bind("tried", tried)
                .bind("nextAt", nextAt)
                .bind("answer", answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER)))
                .bind("endedAt", nextAt.isPresent() ? Optional.<Instant>empty() : Optional.of(tx.now()))
                .bind("id", id)
                .execute();
    }
}
