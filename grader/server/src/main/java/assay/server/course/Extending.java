package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.server.rule.CourseRules;
import assay.server.store.Cause;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** More time for one or for many, in one transaction: all of them have it afterwards, or none. Safe for several threads. */
public final class Extending {
    private final Store store;
    private final HandingIn handingIn;

    public Extending(Store store, HandingIn handingIn) {
        this.store = requireNonNull(store, "store is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
    }

    /**
     * How much time, and why. With neither instant nor duration, an earlier extension is taken back.
     *
     * @param until the new deadline
     * @param by what is added to the deadline
     */
    public record Extension(Optional<Instant> until, Optional<Duration> by, String reason) {
        public Extension {
            requireNonNull(until, "until is null");
            requireNonNull(by, "by is null");
            requireNonNull(reason, "reason is null");
            if (until.isPresent() && by.isPresent()) {
                throw new IllegalArgumentException("an extension is either until an instant or by a duration");
            }
        }

        private String words() {
            return until.map(Instant::toString)
                            .or(() -> by.map(Duration::toString))
                            .orElse("withdrawn")
                    + ": " + reason;
        }
    }

    /** What came of granting one. */
    public sealed interface Outcome {
        /** @param people each named once */
        record Granted(List<String> people) implements Outcome {
            public Granted {
                people = List.copyOf(people);
            }
        }

        /** Nobody has been given anything, since these are not in the course. */
        record Strangers(List<String> people) implements Outcome {
            public Strangers {
                people = List.copyOf(people);
            }
        }
    }

    /** Grants it to all of them, and grades anew what they handed in late, since lateness may now cost less. */
    public Outcome extend(PublishedAssignment assignment, List<String> people, Extension extension, String teacher) {
        List<String> all = people.stream().distinct().toList();
        Outcome outcome = store.write(tx -> {
            Set<String> members = tx.people().members(assignment.course()).stream()
                    .map(Member::person)
                    .collect(Collectors.toSet());
            List<String> strangers =
                    all.stream().filter(person -> !members.contains(person)).toList();
            if (!strangers.isEmpty()) {
                return new Outcome.Strangers(strangers);
            }
            CourseRules rules = InForce.rules(tx, assignment);
            all.forEach(person -> extend(tx, assignment, rules, person, extension, teacher));
            return new Outcome.Granted(all);
        });
        handingIn.wake();
        return outcome;
    }

    private void extend(
            Tx tx,
            PublishedAssignment assignment,
            CourseRules rules,
            String person,
            Extension extension,
            String teacher) {
        tx.grades()
                .extend(
                        assignment.course(),
                        assignment.id(),
                        person,
                        extension.until(),
                        extension.by(),
                        extension.reason(),
                        teacher);
        tx.audit(teacher, "extension", assignment.course(), assignment.id() + " " + person, extension.words());
        tx.submissions().of(assignment.course(), assignment.id(), person).stream()
                .filter(submission -> submission.submittedAt().isAfter(assignment.deadline()))
                .forEach(submission -> handingIn.enqueue(tx, submission, assignment, rules, Cause.REGRADE, ""));
    }
}
