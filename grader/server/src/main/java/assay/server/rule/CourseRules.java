package assay.server.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a course has set for one of its assignments, besides the assignment itself; shown to a student before handing in.
 *
 * @param version counts up with each change; a submission keeps the one under which it was handed in
 * @param attempts how many submissions may count, or any number
 * @param coolDown how long after one submission the next may come
 * @param releaseAt from when students see hidden cases and points; at once where empty
 * @param teamSize how many may work together; 1 where everybody works alone
 * @param reveals of how many submissions a student may see the hidden cases before all are released; where it is set
 *     and {@code releaseAt} is not, all are released at the student's deadline
 * @param needs what a worker must have, {@code cpu} or {@code gpu}
 */
public record CourseRules(
        String course,
        String assignment,
        int version,
        Optional<Integer> attempts,
        Duration coolDown,
        Counting counting,
        Optional<Instant> releaseAt,
        int teamSize,
        Optional<Integer> reveals,
        String needs,
        Instant setAt,
        String setBy) {
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(366);
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MOST_TOGETHER = 20;

    public CourseRules {
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(attempts, "attempts is null");
        requireNonNull(coolDown, "coolDown is null");
        requireNonNull(counting, "counting is null");
        requireNonNull(releaseAt, "releaseAt is null");
        requireNonNull(reveals, "reveals is null");
        requireNonNull(needs, "needs is null");
        requireNonNull(setAt, "setAt is null");
        requireNonNull(setBy, "setBy is null");
        if (attempts.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
        if (teamSize < 1 || teamSize > MOST_TOGETHER) {
            throw new IllegalArgumentException("a team has 1 to " + MOST_TOGETHER + " members");
        }
        if (reveals.filter(number -> number < 0).isPresent()) {
            throw new IllegalArgumentException("reveals is negative");
        }
        if (coolDown.isNegative() || coolDown.compareTo(LONGEST_COOL_DOWN) > 0) {
            throw new IllegalArgumentException("the cool-down must be from nothing to a year, but is " + coolDown);
        }
        if (releaseAt.filter(LATEST::isBefore).isPresent()) {
            throw new IllegalArgumentException("the results are released before the year 10000");
        }
    }

    /** Any number of attempts, of which the best counts, all shown at once. */
    public static CourseRules open(String course, String assignment, Instant setAt, String setBy) {
        return new CourseRules(
                course,
                assignment,
                1,
                Optional.empty(),
                Duration.ZERO,
                Counting.BEST,
                Optional.empty(),
                1,
                Optional.empty(),
                "cpu",
                setAt,
                setBy);
    }

    /** Whether what was handed in before can stand in the way of the next. */
    public boolean limitsAttempts() {
        return attempts.isPresent() || !coolDown.isZero();
    }

    /** The same, as another version. */
    public CourseRules as(int number, Instant at) {
        return new CourseRules(
                course,
                assignment,
                number,
                attempts,
                coolDown,
                counting,
                releaseAt,
                teamSize,
                reveals,
                needs,
                at,
                setBy);
    }
}
