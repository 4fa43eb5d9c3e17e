package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Somebody who may sign in. */
public record Person(String id, String name, String email, Optional<Instant> adminSince) {
    public Person {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(adminSince, "adminSince is null");
    }
}
