package assay.server.course;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Extension;
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

    /** How much time, and why; without an extension, an earlier one is taken back. */
    public record Decision(Optional<Extension> extension, String reason) {
        public Decision {
            requireNonNull(extension, "extension is null");
            requireNonNull(reason, "reason is null");
        }

        private String words() {
            return extension
                            .map(one -> switch (one) {
                                case Extension.Until(Instant at) -> at.toString();
                                case Extension.By(Duration longer) -> longer.toString();
                            })
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
    public Outcome extend(PublishedAssignment assignment, List<String> people, Decision decision, String teacher) {
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
            all.forEach(person -> extend(tx, assignment, rules, person, decision, teacher));
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
            Decision decision,
            String teacher) {
        tx.grades()
                .extend(assignment.course(), assignment.id(), person, decision.extension(), decision.reason(), teacher);
        tx.audit(teacher, "extension", assignment.course(), assignment.id() + " " + person, decision.words());
        tx.submissions().of(assignment.course(), assignment.id(), person).stream()
                .filter(submission -> submission.submittedAt().isAfter(assignment.deadline()))
                .forEach(submission -> handingIn.enqueue(tx, submission, assignment, rules, Cause.REGRADE, ""));
    }
}
