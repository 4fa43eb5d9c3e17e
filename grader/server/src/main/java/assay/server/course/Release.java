package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.rule.CourseRules;
import assay.server.store.PublishedAssignment;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a student may see by now of their results in one assignment.
 *
 * @param at when hidden cases and points of all their submissions are released; at once where empty
 * @param revealed submissions of theirs that they asked to see before
 */
public record Release(Optional<Instant> at, Set<String> revealed, Instant now) {
    public Release {
        requireNonNull(at, "at is null");
        revealed = Set.copyOf(revealed);
        requireNonNull(now, "now is null");
    }

    public static Release of(Tx tx, PublishedAssignment published, String person) {
        CourseRules rules = InForce.rules(tx, published);
        Optional<Instant> at = rules.releaseAt().or(() -> rules.reveals().map(_ -> deadline(tx, published, person)));
        boolean some = rules.reveals().filter(most -> most > 0).isPresent();
        return new Release(at, some ? tx.reveals().of(published.course(), published.id(), person) : Set.of(), tx.now());
    }

    private static Instant deadline(Tx tx, PublishedAssignment published, String person) {
        return tx.grades()
                .extension(published.course(), published.id(), person)
                .flatMap(granted -> granted.extension())
                .map(extension -> extension.deadline(published.deadline()))
                .orElse(published.deadline());
    }

    /** Whether everything is released, what counts among it. */
    public boolean all() {
        return at.filter(now::isBefore).isEmpty();
    }

    /** Whether hidden cases and points of that submission may be seen. */
    public boolean of(String submission) {
        return all() || revealed.contains(submission);
    }

    /** When they may; empty where they may now. */
    public Optional<Instant> keptUntil(String submission) {
        return of(submission) ? Optional.empty() : at;
    }
}
