package assay.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.rule.Attempts.Allowed;
import assay.server.rule.Attempts.CoolingDown;
import assay.server.rule.Attempts.Earlier;
import assay.server.rule.Attempts.Exhausted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static Stream<Arguments> judgements() {
        return Stream.of(
                Arguments.of("without a limit", rules(0, 0), List.of(ago(1), ago(2)), new Allowed(Optional.empty())),
                Arguments.of("the first of three", rules(3, 0), List.of(), new Allowed(Optional.of(2))),
                Arguments.of("the last of three", rules(3, 0), List.of(ago(9), ago(8)), new Allowed(Optional.of(0))),
                Arguments.of("a fourth of three", rules(3, 0), List.of(ago(9), ago(8), ago(7)), new Exhausted(3)),
                Arguments.of(
                        "a fault of ours costs no attempt",
                        rules(2, 0),
                        List.of(ago(9), ours(8)),
                        new Allowed(Optional.of(0))),
                Arguments.of(
                        "before the wait is over",
                        rules(0, 10),
                        List.of(ago(9)),
                        new CoolingDown(NOW.plus(Duration.ofMinutes(1)))),
                Arguments.of("at the end of the wait", rules(0, 10), List.of(ago(10)), new Allowed(Optional.empty())),
                Arguments.of(
                        "a fault of ours starts no wait",
                        rules(0, 10),
                        List.of(ago(11), ours(1)),
                        new Allowed(Optional.empty())),
                Arguments.of(
                        "the newest decides, in whatever order they come",
                        rules(0, 10),
                        List.of(ago(2), ago(30)),
                        new CoolingDown(NOW.plus(Duration.ofMinutes(8)))),
                Arguments.of(
                        "one that came before the clock was set back starts no wait",
                        rules(0, 10),
                        List.of(ago(-9999), ago(9)),
                        new CoolingDown(NOW.plus(Duration.ofMinutes(1)))),
                Arguments.of("... but it counts", rules(1, 0), List.of(ago(-9999)), new Exhausted(1)),
                Arguments.of("no attempt left and still waiting", rules(1, 10), List.of(ago(1)), new Exhausted(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("judgements")
    void it_is_judged_by_the_rules(String name, CourseRules rules, List<Earlier> earlier, Attempts expected) {
        assertThat(Attempts.judge(rules, earlier, NOW)).isEqualTo(expected);
    }

    private static Earlier ago(int minutes) {
        return new Earlier(NOW.minus(Duration.ofMinutes(minutes)), false);
    }

    private static Earlier ours(int minutes) {
        return new Earlier(NOW.minus(Duration.ofMinutes(minutes)), true);
    }

    private static CourseRules rules(int attempts, int minutes) {
        return new CourseRules(
                "nn",
                "hw",
                1,
                attempts == 0 ? Optional.empty() : Optional.of(attempts),
                Duration.ofMinutes(minutes),
                Counting.BEST,
                Optional.empty(),
                1,
                Optional.empty(),
                "cpu",
                NOW,
                "tess");
    }
}
