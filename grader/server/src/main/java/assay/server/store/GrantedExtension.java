package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** More time for one student, by a teacher; with neither instant nor duration, an earlier one was withdrawn. */
public record GrantedExtension(
        String id,
        String course,
        String assignment,
        String person,
        Optional<Instant> until,
        Optional<Duration> bySeconds,
        String reason,
        String setBy,
        Instant setAt) {
    public GrantedExtension {
        requireNonNull(id, "id is null");
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(until, "until is null");
        requireNonNull(bySeconds, "bySeconds is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(setBy, "setBy is null");
        requireNonNull(setAt, "setAt is null");
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // columns that may be empty
    static GrantedExtension of(
            String id,
            String course,
            String assignment,
            String person,
            Optional<Extension> granted,
            String reason,
            String setBy,
            Instant setAt) {
        Optional<Instant> until = granted.flatMap(one -> switch (one) {
            case Extension.Until(Instant at) -> Optional.of(at);
            case Extension.By _ -> Optional.empty();
        });
        Optional<Duration> by = granted.flatMap(one -> switch (one) {
            case Extension.Until _ -> Optional.empty();
            case Extension.By(Duration longer) -> Optional.of(longer);
        });
        return new GrantedExtension(id, course, assignment, person, until, by, reason, setBy, setAt);
    }

    public Optional<Extension> extension() {
        Optional<Extension> fixed = until.map(Extension.Until::new);
        return fixed.isPresent() ? fixed : bySeconds.map(Extension.By::new);
    }
}
