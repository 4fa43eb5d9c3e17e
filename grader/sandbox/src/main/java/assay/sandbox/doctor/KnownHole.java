package assay.sandbox.doctor;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A published hole in a program that containers rest on.
 *
 * @param program as the engine calls it; {@code kernel} for Linux
 * @param since the first version that has it; {@code 0} for all
 * @param mended versions that have it no more, one a branch that was mended, in ascending order
 * @param means what it lets somebody do
 * @param outOfReach why code in our containers cannot use it; empty if it can
 */
record KnownHole(String program, String id, String since, String mended, String means, String outOfReach) {
    /** Distributions write the candidates for a release as {@code 1.0.0~rc6}, their makers {@code 1.0.0-rc6}. */
    private static final Pattern VERSION =
            Pattern.compile("^v?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?(?:[-~]rc\\.?(\\d{1,6}))?");

    KnownHole {
        requireNonNull(program, "program is null");
        requireNonNull(id, "id is null");
        requireNonNull(since, "since is null");
        requireNonNull(mended, "mended is null");
        requireNonNull(means, "means is null");
        requireNonNull(outOfReach, "outOfReach is null");
    }

    /** Whether what its makers published under that version has the hole; empty for what is no version. */
    Optional<Boolean> affects(String version) {
        return parse(version).map(numbers -> {
            List<int[]> branches = Arrays.stream(mended.split(" "))
                    .flatMap(text -> parse(text).stream())
                    .toList();
            boolean early =
                    parse(since).filter(first -> compare(numbers, first) < 0).isPresent();
            boolean inMendedBranch = branches.stream()
                    .anyMatch(
                            fixed -> fixed[0] == numbers[0] && fixed[1] == numbers[1] && compare(numbers, fixed) >= 0);
            boolean later = branches.stream()
                    .max(KnownHole::compare)
                    .filter(last -> compare(numbers, last) >= 0)
                    .isPresent();
            return !early && !inMendedBranch && !later;
        });
    }

    private static Optional<int[]> parse(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.find()
                ? Optional.of(new int[] {
                    number(matcher.group(1), 0),
                    number(matcher.group(2), 0),
                    number(matcher.group(3), 0),
                    number(matcher.group(4), Integer.MAX_VALUE) // a release comes after its candidates
                })
                : Optional.empty();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static int compare(int[] left, int[] right) {
        return Comparator.<int[]>comparingInt(numbers -> numbers[0])
                .thenComparingInt(numbers -> numbers[1])
                .thenComparingInt(numbers -> numbers[2])
                .thenComparingInt(numbers -> numbers[3])
                .compare(left, right);
    }
}
