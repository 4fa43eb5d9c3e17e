package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a person is in a course. */
public record Member(String course, String person, String name, String email, Role role, Instant since) {
    public Member {
        requireNonNull(course, "course is null");
        requireNonNull(person, "person is null");
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(role, "role is null");
        requireNonNull(since, "since is null");
    }
}
