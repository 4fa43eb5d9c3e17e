package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.server.secret.Tokens;
import assay.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Logins that were begun, each in one browser, within one transaction. */
final class Logins {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Longer than any token can be good: an hour and the skew on both its sides. */
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private final Tx tx;

    Logins(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /**
     * A login that has just begun.
     *
     * @param browser what the browser has to bring back, from a cookie or from the platform's storage
     */
    record Begun(String state, String nonce, String browser) {}

    /** @param storage the platform's frame that keeps things for us; empty where it offers none */
    record Open(String registration, String nonce, String browser, String storage) {
        /** Whether it is the browser in which the login was begun. */
        boolean isBegunWith(String value) {
            return MessageDigest.isEqual(
                    browser.getBytes(StandardCharsets.US_ASCII),
                    Tokens.hash(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    Begun begin(Registration registration, String storage) {
        Begun begun = new Begun(Tokens.draw(), Tokens.draw(), Tokens.draw());
        tx.handle()
                .execute("delete from lti_logins where expires_at < ?", tx.now().toEpochMilli());
        tx.handle()
                .createUpdate("insert into lti_logins (state, registration, nonce, browser, storage, expires_at)"
                        + " values (:state, :registration, :nonce, :browser, :storage, :expires)")
                .bind("state", Tokens.hash(begun.state()))
                .bind("registration", registration.id())
                .bind("nonce", begun.nonce())
                .bind("browser", Tokens.hash(begun.browser()))
                .bind("storage", storage)
                .bind("expires", tx.now().plus(PATIENCE))
                .execute();
        return begun;
    }

    Optional<Open> find(String state) {
        return tx.handle()
                .createQuery("select * from lti_logins where state = :state and expires_at > :now")
                .bind("state", Tokens.hash(state))
                .bind("now", tx.now())
                .map((row, _) -> new Open(
                        row.getString("registration"),
                        row.getString("nonce"),
                        row.getString("browser"),
                        row.getString("storage")))
                .findOne();
    }

    /** @return whether it was there: of two launches with one state, one gets it */
    boolean end(String state) {
        return tx.handle()
                        .createUpdate("delete from lti_logins where state = :state")
                        .bind("state", Tokens.hash(state))
                        .execute()
                == 1;
    }

    /** @return whether the nonce was never seen before */
    boolean useNonce(String registration, String nonce) {
        Instant now = tx.now();
        tx.handle().execute("delete from lti_nonces where expires_at < ?", now.toEpochMilli());
        return tx.handle()
                        .createUpdate("insert into lti_nonces (registration, nonce, expires_at)"
                                + " values (:registration, :nonce, :expires) on conflict do nothing")
                        .bind("registration", registration)
                        .bind("nonce", Digests.of(nonce.getBytes(StandardCharsets.UTF_8)))
                        .bind("expires", now.plus(REMEMBERED))
                        .execute()
                == 1;
    }
}
