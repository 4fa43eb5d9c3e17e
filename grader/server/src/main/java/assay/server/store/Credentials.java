package assay.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tokens, sessions and sign-in links, each known by its hash alone. */
public final class Credentials {
    private final Handle handle;
    private final Instant now;

    Credentials(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** @param course to which the token is confined; empty for all of the person's */
    public Credential addToken(String hash, String person, Scope scope, String course, String name, Instant expiresAt) {
        Credential token = new Credential(Ids.at(now), person, scope, course, name, now, expiresAt, Optional.empty());
        handle.createUpdate("insert into tokens (id, hash, person, scope, course, name, created_at, expires_at)"
                        + " values (:id, :hash, :person, :scope, :course, :name, :createdAt, :expiresAt)")
                .bindMethods(token)
                .bind("hash", hash)
                .execute();
        return token;
    }

    /** The token of that hash, if it may still be used. */
    public Optional<Credential> token(String hash) {
        return handle.createQuery(
                        "select * from tokens where hash = :hash and revoked_at is null" + " and expires_at > :now")
                .bind("hash", hash)
                .bind("now", now)
                .mapTo(Credential.class)
                .findOne();
    }

    public List<Credential> tokensOf(String person) {
        return handle.createQuery("select * from tokens where person = :person order by created_at desc, id desc")
                .bind("person", person)
                .mapTo(Credential.class)
                .list();
    }

    /** @return whether it was that person's, and could still be used */
    public boolean revoke(String id, String person) {
        return handle.createUpdate("update tokens set revoked_at = :now where id = :id and person = :person"
                                + " and revoked_at is null")
                        .bind("id", id)
                        .bind("person", person)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public void addSession(String hash, String person, Instant expiresAt) {
        handle.createUpdate("insert into sessions (hash, person, created_at, expires_at)"
                        + " values (:hash, :person, :now, :expiresAt)")
                .bind("hash", hash)
                .bind("person", person)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /** Whose session that is, if it is still open. */
    public Optional<String> session(String hash) {
        return handle.createQuery("select person from sessions where hash = :hash and expires_at > :now")
                .bind("hash", hash)
                .bind("now", now)
                .mapTo(String.class)
                .findOne();
    }

    public void endSession(String hash) {
        handle.createUpdate("delete from sessions where hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    public void addLink(String hash, String person, Instant expiresAt) {
        handle.createUpdate("insert into sign_in_links (hash, person, expires_at) values (:hash, :person, :expiresAt)")
                .bind("hash", hash)
                .bind("person", person)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /** Uses up a link: whose it was, if it could still be used. */
    public Optional<String> useLink(String hash) {
        boolean used = handle.createUpdate("update sign_in_links set used_at = :now where hash = :hash"
                                + " and used_at is null and expires_at > :now")
                        .bind("hash", hash)
                        .bind("now", now)
                        .execute()
                == 1;
        return used
                ? handle.createQuery("select person from sign_in_links where hash = :hash")
                        .bind("hash", hash)
                        .mapTo(String.class)
                        .findOne()
                : Optional.empty();
    }

    /** What nobody can use any more. */
    public void forget() {
        handle.createUpdate("delete from sessions where expires_at <= :now")
                .bind("now", now)
                .execute();
        handle.createUpdate("delete from sign_in_links where expires_at <= :now")
                .bind("now", now)
                .execute();
    }
}
