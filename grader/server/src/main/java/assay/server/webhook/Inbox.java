package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.store.Tx;
import java.time.Instant;
import java.util.List;

/** Events that have come, each once, and what came of them; within one transaction. */
public final class Inbox {
    private static final String RECEIVED = "RECEIVED";

    private final Tx tx;

    public Inbox(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /** An event as its sender's teacher sees it: nothing of what it says. */
    public record Line(String type, Instant receivedAt, String state, String reason, int tries) {}

    /** Newest first. */
    public List<Line> of(String source, int most) {
        return tx.handle()
                .createQuery("select type, received_at, state, reason, tries from webhook_inbox where source = :source"
                        + " order by received_at desc, replay_key limit :most")
                .bind("source", source)
                .bind("most", most)
                .map((row, _) -> new Line(
                        row.getString("type"),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("tries")))
                .list();
    }

    /** Whether it is new: the second time the same event comes, nothing happens. */
    boolean receive(Source source, Verdict.Genuine event) {
        return tx.handle()
                        .createUpdate(
                                "insert into webhook_inbox (source, replay_key, type, payload, received_at, state,"
                                        + " reason, tries, next_at) values (:source, :key, :type, :payload, :now, :state,"
                                        + " '', 0, :now) on conflict (source, replay_key) do nothing")
                        .bind("source", source.id())
                        .bind("key", event.replayKey())
                        .bind("type", event.type())
                        .bind("payload", event.payload())
                        .bind("now", tx.now())
                        .bind("state", RECEIVED)
                        .execute()
                == 1;
    }

    /** What has come and has not been dealt with, oldest first. */
    public List<InboxEvent> due(int most) {
        return tx.handle()
                .createQuery("select i.source, i.replay_key, s.course, i.type, i.payload, i.tries from webhook_inbox i"
                        + " join webhook_sources s on s.id = i.source where i.state = :state and i.next_at <= :now"
                        + " order by i.next_at limit :most")
                .bind("state", RECEIVED)
                .bind("now", tx.now())
                .bind("most", most)
                .map((row, _) -> new InboxEvent(
                        row.getString("source"),
                        row.getString("replay_key"),
                        row.getString("course"),
                        row.getString("type"),
                        row.getBytes("payload"),
                        row.getInt("tries")))
                .list();
    }

    /** @param state {@code DONE} or {@code SET_ASIDE} */
    public void end(InboxEvent event, String state, String reason) {
        tx.handle()
                .createUpdate("update webhook_inbox set state = :state, reason = :reason, next_at = null"
                        + " where source = :source and replay_key = :key")
                .bind("state", state)
                .bind("reason", reason)
                .bind("source", event.source())
                .bind("key", event.replayKey())
                .execute();
    }

    void later(InboxEvent event, Instant at, String reason) {
        tx.handle()
                .createUpdate("update webhook_inbox set tries = tries + 1, reason = :reason, next_at = :at"
                        + " where source = :source and replay_key = :key")
                .bind("reason", reason)
                .bind("at", at)
                .bind("source", event.source())
                .bind("key", event.replayKey())
                .execute();
    }
}
