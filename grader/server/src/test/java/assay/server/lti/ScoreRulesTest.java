package assay.server.lti;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.net.WebAnswer;
import assay.server.outbox.ArrivalState;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Score score(@Nullable String given, @Nullable String sent, @Nullable Instant stamped) {
        return new Score(
                "r1",
                URI.create("https://lms.example/item"),
                "u1",
                "cs",
                "hw4",
                "p1",
                3,
                Optional.ofNullable(given).map(Points::of),
                Points.of("10"),
                "",
                Optional.empty(),
                ArrivalState.WAITING,
                0,
                Optional.ofNullable(stamped),
                Optional.ofNullable(sent).map(Points::of),
                Optional.empty(),
                "");
    }

    /** Ours, what we sent last, and what the platform holds as a part of full marks. */
    @ParameterizedTest
    @CsvSource({
        "8, , , SEND",
        "8, 7, 0.7, SEND",
        "8, 7, 0.70001, SEND",
        "8, , 0.8, DONE",
        "8, 8, 0.8, DONE",
        "8, 7, 0.8, DONE",
        "8, , 0.5, HOLD",
        "8, 7, 0.5, HOLD",
        "8, 7, , HOLD",
        "0, , , SEND",
        "0, , 0, DONE",
        ", 7, 0.7, SEND",
        ", 7, 0.5, HOLD",
        ", , , DONE",
        ", 7, , DONE",
    })
    void what_somebody_decided_there_is_never_sent_over(
            @Nullable String given, @Nullable String sent, @Nullable BigDecimal held, ScoreRules.Step step) {
        assertThat(ScoreRules.next(score(given, sent, null), Optional.ofNullable(held)))
                .isEqualTo(step);
    }

    @Test
    void each_grade_bears_a_later_second_than_the_last() {
        assertThat(ScoreRules.stamp(score("1", null, null), NOW)).isEqualTo(NOW);
        assertThat(ScoreRules.stamp(score("1", null, NOW), NOW)).isEqualTo(NOW.plusSeconds(1));
        assertThat(ScoreRules.stamp(score("1", null, NOW.plusSeconds(30)), NOW)).isEqualTo(NOW.plusSeconds(31));
        assertThat(ScoreRules.stamp(score("1", null, NOW.minusSeconds(30)), NOW))
                .isEqualTo(NOW);
    }

    private static WebAnswer answer(int status, String header, String value, String body) {
        return new WebAnswer.Answered(status, Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "200, x, '', '', Taken",
        "201, x, '', '', Taken",
        "204, x, '', '', Taken",
        "409, x, '', '', Stale",
        "400, x, '', 'Refusing score with an earlier timestamp', Stale",
        "400, x, '', 'Incorrect score received', Refused",
        "422, x, '', 'User not found in course or is not a student', Refused",
        "404, x, '', '', Refused",
        "302, x, '', '', Refused",
        "403, x, '', '', Refused",
        "403, x-rate-limit-remaining, 0.0, '', Retry",
        "403, x-rate-limit-remaining, -3.2, '', Retry",
        "403, x-rate-limit-remaining, 250.5, '', Refused",
        "429, x, '', '', Retry",
        "500, x, '', '', Retry",
        "503, x, '', '', Retry",
        "401, x, '', '', Retry",
    })
    void an_answer_means_what_it_means_on_that_platform(
            int status, String header, String value, String body, String outcome) {
        assertThat(ScoreRules.outcome(answer(status, header, value, body), NOW)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void who_asks_for_time_gets_it_and_a_lost_connection_is_tried_again() {
        assertThat(ScoreRules.outcome(answer(429, "retry-after", "90", ""), NOW))
                .isEqualTo(new ScoreRules.Outcome.Retry(Duration.ofSeconds(90), false));
        assertThat(ScoreRules.outcome(new WebAnswer.Failed("reset"), NOW))
                .isEqualTo(new ScoreRules.Outcome.Retry(Duration.ZERO, false));
        assertThat(ScoreRules.outcome(answer(401, "x", "", ""), NOW))
                .isEqualTo(new ScoreRules.Outcome.Retry(Duration.ZERO, true));
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.example/mod/lti/services.php/2/lineitems/5/lineitem?type_id=7, /scores, '',"
                + " https://m.example/mod/lti/services.php/2/lineitems/5/lineitem/scores?type_id=7",
        "https://m.example/lineitem?type_id=7, /results, user_id=u1,"
                + " https://m.example/lineitem/results?type_id=7&user_id=u1",
        "https://c.example/api/lti/courses/1/line_items/2, /scores, '',"
                + " https://c.example/api/lti/courses/1/line_items/2/scores",
        "https://c.example/line_items/2/, /results, user_id=u1, https://c.example/line_items/2/results?user_id=u1",
    })
    void what_follows_a_line_item_goes_before_its_query(String item, String segment, String query, String expected) {
        assertThat(GradeService.below(URI.create(item), segment, query)).hasToString(expected);
    }
}
