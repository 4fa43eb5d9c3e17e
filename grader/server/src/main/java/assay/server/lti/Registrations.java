package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.store.Ids;
import assay.server.store.Tx;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The platforms that know us, within one transaction. */
public final class Registrations {
    private final Tx tx;

    public Registrations(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    public static String newId(Tx tx) {
        return Ids.at(tx.now());
    }

    /** @return whether it was not there yet: nobody can take the name of another */
    public boolean add(Registration one) {
        return tx.handle()
                        .createUpdate(
                                "insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                                        + " keys_address, audience, product, active, created_at) values (:id, :issuer,"
                                        + " :client, :login, :token, :keys, :audience, :product, :active, :now) on"
                                        + " conflict do nothing")
                        .bind("id", one.id())
                        .bind("issuer", one.issuer())
                        .bind("client", one.clientId())
                        .bind("login", one.login().toString())
                        .bind("token", one.token().toString())
                        .bind("keys", one.keys().toString())
                        .bind("audience", one.audience())
                        .bind("product", one.product())
                        .bind("active", one.active() ? 1 : 0)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** An administrator has looked at it. */
    public void activate(String id) {
        tx.handle().execute("update lti_registrations set active = 1 where id = ?", id);
    }

    public Optional<Registration> find(String id) {
        return tx.handle()
                .createQuery("select * from lti_registrations where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    public List<Registration> all() {
        return tx.handle()
                .createQuery("select * from lti_registrations order by created_at, id")
                .map((row, _) -> read(row))
                .list();
    }

    /** Those of an issuer; of that client alone where one is given. */
    public List<Registration> of(String issuer, String clientId) {
        return tx
                .handle()
                .createQuery("select * from lti_registrations where issuer = :issuer and active = 1 order by id")
                .bind("issuer", issuer)
                .map((row, _) -> read(row))
                .list()
                .stream()
                .filter(one -> clientId.isEmpty() || one.clientId().equals(clientId))
                .toList();
    }

    public void deploy(String registration, String deployment) {
        tx.handle()
                .createUpdate("insert into lti_deployments (registration, deployment, created_at)"
                        + " values (:registration, :deployment, :now) on conflict do nothing")
                .bind("registration", registration)
                .bind("deployment", deployment)
                .bind("now", tx.now())
                .execute();
    }

    public List<String> deployments(String registration) {
        return tx.handle()
                .createQuery("select deployment from lti_deployments where registration = :registration")
                .bind("registration", registration)
                .mapTo(String.class)
                .list();
    }

    private static Registration read(ResultSet row) throws SQLException {
        return new Registration(
                row.getString("id"),
                row.getString("issuer"),
                row.getString("client_id"),
                URI.create(row.getString("login_address")),
                URI.create(row.getString("token_address")),
                URI.create(row.getString("keys_address")),
                row.getString("audience"),
                row.getString("product"),
                row.getLong("active") == 1);
    }
}
