package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.server.store.Credential;
import assay.server.store.Person;
import java.util.Optional;

/**
 * Who calls.
 *
 * @param token with which; empty for a browser's session, which may do all that the person may
 */
public record Caller(Person person, Optional<Credential> token) {
    public Caller {
        requireNonNull(person, "person is null");
        requireNonNull(token, "token is null");
    }

    public String id() {
        return person.id();
    }

    public boolean admin() {
        return person.adminSince().isPresent();
    }
}
