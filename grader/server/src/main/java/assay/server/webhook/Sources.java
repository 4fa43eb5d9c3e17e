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
import org.jspecify.annotations.Nullable;

/** Who may send events, within one transaction. */
public final class Sources {
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
                        + " disabled_at, trusted, fetch_address, fetch_token) values (:id, :course, :kind, :secrets,"
                        + " :keys, :now, :disabled, :trusted, :fetch, :token)"
                        + " on conflict (id) do update set secrets = excluded.secrets,"
                        + " keys_address = excluded.keys_address, disabled_at = excluded.disabled_at")
                .bind("trusted", source.trusted() ? 1 : 0)
                .bind("fetch", source.fetch().address().map(URI::toString).orElse(""))
                .bind("token", vault.close(source.fetch().token().getBytes(StandardCharsets.UTF_8)))
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

    public List<Source> of(String course) {
        return tx.handle()
                .createQuery("select * from webhook_sources where course = :course order by created_at, id")
                .bind("course", course)
                .map((row, _) -> read(row))
                .list();
    }

    private Source read(ResultSet row) throws SQLException {
        String secrets = new String(vault.open(row.getBytes("secrets")), StandardCharsets.UTF_8);
        String keys = row.getString("keys_address");
        row.getLong("disabled_at");
        boolean disabled = !row.wasNull();
        boolean trusted = row.getLong("trusted") == 1;
        return new Source(
                row.getString("id"),
                row.getString("course"),
                Source.Kind.valueOf(row.getString("kind")),
                Arrays.stream(secrets.split(" "))
                        .filter(secret -> !secret.isEmpty())
                        .map(SigningSecret::parse)
                        .toList(),
                keys.isEmpty() ? Optional.empty() : Optional.of(URI.create(keys)),
                disabled,
                trusted,
                fetch(row));
    }

    private Source.Fetch fetch(ResultSet row) throws SQLException {
        String address = row.getString("fetch_address");
        byte @Nullable [] token = row.getBytes("fetch_token");
        return new Source.Fetch(
                address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)),
                token == null ? "" : new String(vault.open(token), StandardCharsets.UTF_8));
    }
}
