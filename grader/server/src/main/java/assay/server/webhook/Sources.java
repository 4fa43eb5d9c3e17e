package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.secret.Vault;
import assay.server.store.Tx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may send events, and what came of them, within one transaction. */
public final class Sources {
    private static final String RECEIVED = "RECEIVED";

    private final Tx tx;
    private final Vault vault;

    public Sources(Tx tx, Vault vault) {
        this.tx = requireNonNull(tx, "tx is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    /** Adds one, or gives it other secrets. */
    public void put(Source source) {
        String secrets = source.secrets().stream().map(SigningSecret::reveal).collect(Collectors.joining(" "));
        tx.handle()
                .createUpdate("insert into webhook_sources (id, course, kind, secrets, keys_address, created_at,"
                        + " disabled_at) values (:id, :course, :kind, :secrets, :keys, :now, :disabled)"
                        + " on conflict (id) do update set secrets = excluded.secrets,"
                        + " keys_address = excluded.keys_address, disabled_at = excluded.disabled_at")
                .bind("id", source.id())
                .bind("course", source.course())
                .bind("kind", source.kind().name())
                .bind("secrets", vault.close(secrets.getBytes(StandardCharsets.UTF_8)))
                .bind("keys", source.keys().map(URI::toString).orElse(""))
                .bind("now", tx.now())
                .bind("disabled", source.disabled() ? Optional.of(tx.now()) : Optional.empty())
                .execute();
    }

    public Optional<Source> find(String id) {
        return tx.handle()
                .createQuery("select * from webhook_sources where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
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

    private Source read(ResultSet row) throws SQLException {
        String secrets = new String(vault.open(row.getBytes("secrets")), StandardCharsets.UTF_8);
        String keys = row.getString("keys_address");
        row.getLong("disabled_at");
        boolean disabled = !row.wasNull();
        return new Source(
                row.getString("id"),
                row.getString("course"),
                Source.Kind.valueOf(row.getString("kind")),
                Arrays.stream(secrets.split(" "))
                        .filter(secret -> !secret.isEmpty())
                        .map(SigningSecret::parse)
                        .toList(),
                keys.isEmpty() ? Optional.empty() : Optional.of(URI.create(keys)),
                disabled);
    }
}
