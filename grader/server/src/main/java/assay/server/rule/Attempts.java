package assay.server.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a student may hand in once more. What failed through a fault of ours neither counts nor starts a wait. */
public sealed interface Attempts {
    /**
     * An earlier submission.
     *
     * @param ours whether it failed through a fault of ours
     */
    record Earlier(Instant submittedAt, boolean ours) {
        public Earlier {
            requireNonNull(submittedAt, "submittedAt is null");
        }
    }

    /** @param left after this one; any number where empty */
    record Allowed(Optional<Integer> left) implements Attempts {
        public Allowed {
            requireNonNull(left, "left is null");
        }
    }

    /** @param attempts how many there were */
    record Exhausted(int attempts) implements Attempts {}

    /** @param until when the next may come */
    record CoolingDown(Instant until) implements Attempts {
        public CoolingDown {
            requireNonNull(until, "until is null");
        }
    }

    static Attempts judge(CourseRules rules, List<Earlier> earlier, Instant now) {
        List<Instant> counting = earlier.stream()
                .filter(one -> !one.ours())
                .map(Earlier::submittedAt)
                .toList();
        if (rules.attempts().filter(most -> counting.size() >= most).isPresent()) {
            return new Exhausted(rules.attempts().get());
        }
        // One that lies ahead came before a clock was set back: nobody waits for that time to come again.
        Optional<Instant> until = counting.stream()
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .map(last -> last.plus(rules.coolDown()));
        return until.filter(now::isBefore)
                .<Attempts>map(CoolingDown::new)
                .orElseGet(() -> new Allowed(rules.attempts().map(most -> most - counting.size() - 1)));
    }
}
