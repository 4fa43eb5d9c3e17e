package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.outbox.Breaker;
import assay.server.secret.Vault;
import assay.server.store.Ids;
import assay.server.store.Tx;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receivers of events, within one transaction. */
public final class Endpoints {
    private final Tx tx;
    private final Vault vault;

    public Endpoints(Tx tx, Vault vault) {
        this.tx = requireNonNull(tx, "tx is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    public Endpoint add(String course, URI url, SigningSecret secret) {
        String id = Ids.at(tx.now());
        tx.handle()
                .createUpdate("insert into webhook_endpoints (id, course, url, secret, failures, created_at)"
                        + " values (:id, :course, :url, :secret, 0, :now)")
                .bind("id", id)
                .bind("course", course)
                .bind("url", url.toString())
                .bind("secret", vault.close(secret.bytes()))
                .bind("now", tx.now())
                .execute();
        return find(id).orElseThrow();
    }

    public Optional<Endpoint> find(String id) {
        return tx.handle()
                .createQuery("select * from webhook_endpoints where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those that are switched off among them. */
    public List<Endpoint> all(String course) {
        return tx.handle()
                .createQuery("select * from webhook_endpoints where course = :course order by id")
                .bind("course", course)
                .map((row, _) -> read(row))
                .list();
    }

    public void rotate(Endpoint endpoint, SigningSecret next) {
        EndpointSecrets secrets = endpoint.secrets().rotated(next, tx.now());
        tx.handle()
                .createUpdate("update webhook_endpoints set secret = :secret, previous = :previous,"
                        + " previous_until = :until where id = :id")
                .bind("secret", vault.close(secrets.current().bytes()))
                .bind("previous", vault.close(secrets.previous().orElseThrow().bytes()))
                .bind("until", secrets.previousUntil().orElseThrow())
                .bind("id", endpoint.id())
                .execute();
    }

    void put(String id, Breaker breaker) {
        tx.handle()
                .createUpdate("update webhook_endpoints set failures = :failures, open_until = :until where id = :id")
                .bind("failures", breaker.failures())
                .bind("until", breaker.openUntil())
                .bind("id", id)
                .execute();
    }

    public void disable(String id) {
        tx.handle()
                .createUpdate("update webhook_endpoints set disabled_at = :now where id = :id")
                .bind("now", tx.now())
                .bind("id", id)
                .execute();
    }

    /** Back to work, as if nothing had failed. */
    public void enable(String id) {
        tx.handle()
                .createUpdate("update webhook_endpoints set disabled_at = null, failures = 0, open_until = null"
                        + " where id = :id")
                .bind("id", id)
                .execute();
    }

    private Endpoint read(ResultSet row) throws SQLException {
        byte @Nullable [] previous = row.getBytes("previous");
        EndpointSecrets secrets = new EndpointSecrets(
                SigningSecret.of(vault.open(row.getBytes("secret"))),
                Optional.ofNullable(previous).map(kept -> SigningSecret.of(vault.open(kept))),
                instant(row, "previous_until"));
        row.getLong("disabled_at");
        boolean disabled = !row.wasNull();
        return new Endpoint(
                row.getString("id"),
                row.getString("course"),
                URI.create(row.getString("url")),
                secrets,
                new Breaker(row.getInt("failures"), instant(row, "open_until")),
                disabled);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
