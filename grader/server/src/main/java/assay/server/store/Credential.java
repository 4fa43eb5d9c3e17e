package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** A token as it is stored: its hash alone, which cannot be turned back. */
public record Credential(
        String id,
        String person,
        Scope scope,
        String course,
        String name,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {
    public Credential {
        requireNonNull(id, "id is null");
        requireNonNull(person, "person is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(course, "course is null");
        requireNonNull(name, "name is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(revokedAt, "revokedAt is null");
    }
}
