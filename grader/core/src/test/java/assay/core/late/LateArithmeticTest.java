package assay.core.late;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.core.late.LatePolicy.Basis;
import assay.core.late.LatePolicy.PerDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateArithmeticTest {
    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
    private static final Instant DEADLINE = Instant.parse("2022-09-19T15:59:59Z");

    @Test
    void each_step_of_a_late_submission_is_spelled_out() {
        assertThat(lines(rule(Basis.EARNED), Duration.parse("PT51H0.001S")))
                .containsExactly(
                        "Deadline: 2022-09-19 23:59:59 (Asia/Singapore)",
                        "Handed in: 2022-09-22 02:59:59.001 (Asia/Singapore) → 2 d 3 h 0 min 0.001 s late"
                                + " → 3 days begun",
                        "Rule: each day begun takes 15% off what was earned; from 7 d late on, nothing is left",
                        "2.5 × (1 − 3 × 0.15) = 1.375");
    }

    @Test
    void in_time_there_is_little_to_say() {
        assertThat(lines(rule(Basis.EARNED), Duration.ofHours(-1)))
                .containsExactly(
                        "Deadline: 2022-09-19 23:59:59 (Asia/Singapore)",
                        "Handed in: 2022-09-19 22:59:59 (Asia/Singapore) → in time",
                        "Nothing is taken off: 2.5 − 0 = 2.5");
    }

    @ParameterizedTest(name = "{0}, late by {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EARNED          | PT1S  | 2.5 × (1 − 1 × 0.15) = 2.125",
                "EARNED          | P6DT1S | 2.5 × max(0, 1 − 7 × 0.15) = 0",
                "EARNED          | P7D   | Too late: nothing is left",
                "EARNED_COMPOUND | P2D   | 2.5 × (1 − 0.15)^2 = 1.80625",
                "EARNED_COMPOUND | P5D   | 2.5 × (1 − 0.15)^5 ≈ 1.109263",
                "MAXIMUM         | P2D   | 2.5 − 2 × 0.15 × 3 = 1.6",
                "MAXIMUM         | P6D   | max(0, 2.5 − 6 × 0.15 × 3) = 0",
            })
    void the_last_line_is_the_calculation(Basis basis, Duration late, String line) {
        assertThat(lines(rule(basis), late)).last().isEqualTo(line);
    }

    @Test
    void the_grace_is_named_where_it_helps() {
        PerDay graceful = new PerDay(new BigDecimal("0.1"), Basis.EARNED, Optional.empty(), Duration.ofMinutes(5));

        assertThat(lines(graceful, Duration.ofMinutes(5)))
                .endsWith(
                        "Handed in: 2022-09-20 00:04:59 (Asia/Singapore) → 5 min late",
                        "Within the grace of 5 min, nothing is taken off: 2.5 − 0 = 2.5");
    }

    @Test
    void where_lateness_costs_nothing_the_student_is_told_so() {
        assertThat(lines(new LatePolicy.None(), Duration.ofDays(1)))
                .endsWith(
                        "Handed in: 2022-09-20 23:59:59 (Asia/Singapore) → 1 d late → 1 day begun",
                        "Lateness costs nothing in this assignment: 2.5 − 0 = 2.5");
    }

    @Test
    void an_extension_shows_the_deadline_it_gives() {
        assertThat(extended(new Extension.By(Duration.ofHours(36))))
                .contains("Extension: 1 d 12 h → your deadline is 2022-09-21 11:59:59 (Asia/Singapore)");
        assertThat(extended(new Extension.Until(DEADLINE.minusSeconds(1))))
                .contains("Extension: until 2022-09-19 23:59:58 (Asia/Singapore), which changes nothing");
    }

    @Test
    void a_time_that_the_clock_shows_twice_has_its_offset() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(TimeText.of(Instant.parse("2022-10-30T00:30:00Z"), berlin))
                .isEqualTo("2022-10-30 02:30:00 +02:00 (Europe/Berlin)");
        assertThat(TimeText.of(Instant.parse("2022-10-30T01:30:00Z"), berlin))
                .isEqualTo("2022-10-30 02:30:00 +01:00 (Europe/Berlin)");
        assertThat(TimeText.of(Instant.parse("2022-10-30T02:30:00Z"), berlin))
                .isEqualTo("2022-10-30 03:30:00 (Europe/Berlin)");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.001S, 0.001 s",
        "PT10S, 10 s",
        "PT1H, 1 h",
        "PT1H0.5S, 1 h 0 min 0.5 s",
        "P7D, 7 d",
        "P400DT20M, 400 d 0 h 20 min"
    })
    void durations_read_plainly(Duration duration, String text) {
        assertThat(TimeText.of(duration)).isEqualTo(text);
    }

    private static PerDay rule(Basis basis) {
        return new PerDay(new BigDecimal("0.15"), basis, Optional.of(Duration.ofDays(7)), Duration.ZERO);
    }

    private static List<String> lines(LatePolicy policy, Duration late) {
        return LateRule.judge(
                        policy,
                        DEADLINE,
                        Optional.empty(),
                        DEADLINE.plus(late),
                        Points.of("2.5"),
                        Points.of("3"),
                        SINGAPORE)
                .arithmetic();
    }

    private static List<String> extended(Extension extension) {
        return LateRule.judge(
                        rule(Basis.EARNED),
                        DEADLINE,
                        Optional.of(extension),
                        DEADLINE,
                        Points.of("2.5"),
                        Points.of("3"),
                        SINGAPORE)
                .arithmetic();
    }
}
