package assay.core.late;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Extension;
import assay.core.domain.Points;
import assay.core.late.LatePolicy.Basis;
import assay.core.late.LatePolicy.PerDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateRuleTest {
    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
    private static final Instant DEADLINE = instant("2022-09-19T23:59:59+08:00");
    private static final Points THREE = Points.of("3");
    /** Seed 000's rule. */
    private static final PerDay SEED = rule("0.15", Basis.EARNED, Duration.ofDays(7), Duration.ZERO);

    @ParameterizedTest(name = "late by {0}: {1} days, {2} of 2.5 left")
    @CsvSource({
        "-P30D,        0, 2.5",
        "-PT0.001S,    0, 2.5",
        "PT0S,         0, 2.5",
        "PT0.001S,     1, 2.125",
        "PT0.000001S,  1, 2.125",
        "PT23H59M59.999S, 1, 2.125",
        "PT24H,        1, 2.125",
        "PT24H0.001S,  2, 1.75",
        "PT48H,        2, 1.75",
        "PT51H0.001S,  3, 1.375",
        "PT144H,       6, 0.25",
        "PT144H0.001S, 7, 0",
        "PT167H59M59.999S, 7, 0",
        "PT168H,       7, 0",
        "P3650D,    3650, 0",
    })
    void a_day_counts_as_soon_as_it_has_begun(Duration late, long days, String left) {
        Lateness lateness = judge(SEED, DEADLINE.plus(late), "2.5");

        assertThat(lateness.days()).isEqualTo(days);
        assertThat(left("2.5", lateness)).isEqualTo(Points.of(left));
        assertThat(lateness.lateBy()).isEqualTo(late.isNegative() ? Duration.ZERO : late);
        assertThat(lateness.deadline()).isEqualTo(DEADLINE);
    }

    /** A rate so small that the cutoff alone can take everything. */
    @ParameterizedTest
    @CsvSource({"PT167H59M59.999S, 2.325", "PT168H, 0", "PT168H0.001S, 0"})
    void from_the_cutoff_on_nothing_is_left(Duration late, String left) {
        PerDay gentle = rule("0.01", Basis.EARNED, Duration.ofDays(7), Duration.ZERO);
        assertThat(left("2.5", judge(gentle, DEADLINE.plus(late), "2.5"))).isEqualTo(Points.of(left));
    }

    @Test
    void a_cutoff_of_nothing_takes_all_from_the_late_and_nothing_from_the_others() {
        PerDay strict = rule("0", Basis.EARNED, Duration.ZERO, Duration.ZERO);

        assertThat(judge(strict, DEADLINE, "2.5").penalty()).isEqualTo(Points.ZERO);
        assertThat(left("2.5", judge(strict, DEADLINE.plusMillis(1), "2.5"))).isEqualTo(Points.ZERO);
    }

    @ParameterizedTest(name = "{0}, late by {1}: {2} of 2 left, maximum 3")
    @CsvSource({
        "EARNED,          P1D, 1.7",
        "EARNED,          P2D, 1.4",
        "EARNED,          P6D, 0.2",
        "EARNED,          P7D, 0",
        "EARNED_COMPOUND, P1D, 1.7",
        "EARNED_COMPOUND, P2D, 1.445",
        "EARNED_COMPOUND, P3D, 1.22825",
        "EARNED_COMPOUND, P9D, 0.463234",
        "EARNED_COMPOUND, P999999D, 0",
        "MAXIMUM,         P1D, 1.55",
        "MAXIMUM,         P2D, 1.1",
        "MAXIMUM,         P4D, 0.2",
        "MAXIMUM,         P5D, 0",
    })
    void each_basis_takes_its_own_share(Basis basis, Duration late, String left) {
        PerDay rule = new PerDay(new BigDecimal("0.15"), basis, Optional.empty(), Duration.ZERO);
        assertThat(left("2", judge(rule, DEADLINE.plus(late), "2"))).isEqualTo(Points.of(left));
    }

    @ParameterizedTest(name = "late by {0}: {1} days")
    @CsvSource({"PT5M, 0", "PT5M0.001S, 1", "PT24H, 1", "PT24H4M, 2"})
    void within_the_grace_nothing_is_late_and_beyond_it_days_count_from_the_deadline(Duration late, long days) {
        PerDay rule = rule("0.15", Basis.EARNED, Duration.ofDays(7), Duration.ofMinutes(5));
        Lateness lateness = judge(rule, DEADLINE.plus(late), "2.5");

        assertThat(lateness.days()).isEqualTo(days);
        assertThat(lateness.lateBy()).isEqualTo(late);
        assertThat(lateness.penalty().equals(Points.ZERO)).isEqualTo(days == 0);
    }

    @Test
    void where_lateness_costs_nothing_it_is_still_measured() {
        Lateness lateness = judge(new LatePolicy.None(), DEADLINE.plus(Duration.ofDays(9)), "2.5");

        assertThat(lateness.penalty()).isEqualTo(Points.ZERO);
        assertThat(lateness.days()).isEqualTo(9);
    }

    /** Deadline and hand-in as the clocks of the zone show them; 24 elapsed hours are one day. */
    @ParameterizedTest(name = "{0}: {1} to {2} is {3}, {4} days")
    @CsvSource({
        // spring: the clock jumps from 2 to 3, so the same time next day is 23 h later
        "Europe/Berlin,    2022-03-26T12:00:00, 2022-03-27T12:00:00,     PT23H,          1",
        "Europe/Berlin,    2022-03-26T12:00:00, 2022-03-27T13:00:00,     PT24H,          1",
        "Europe/Berlin,    2022-03-26T12:00:00, 2022-03-27T13:00:00.001, PT24H0.001S,    2",
        "America/New_York, 2022-03-12T12:00:00, 2022-03-13T13:00:00,     PT24H,          1",
        "America/New_York, 2022-03-12T12:00:00, 2022-03-13T13:00:00.001, PT24H0.001S,    2",
        // autumn: the clock goes back from 3 to 2, so the same time next day is 25 h later
        "Europe/Berlin,    2022-10-29T12:00:00, 2022-10-30T11:00:00,     PT24H,          1",
        "Europe/Berlin,    2022-10-29T12:00:00, 2022-10-30T11:00:00.001, PT24H0.001S,    2",
        "Europe/Berlin,    2022-10-29T12:00:00, 2022-10-30T12:00:00,     PT25H,          2",
        "America/New_York, 2022-11-05T12:00:00, 2022-11-06T11:00:00,     PT24H,          1",
        "America/New_York, 2022-11-05T12:00:00, 2022-11-06T12:00:00,     PT25H,          2",
        // from 1:59:59 to 3:00:00 on the night of the jump is one second
        "Europe/Berlin,    2022-03-27T01:59:59, 2022-03-27T03:00:00,     PT1S,           1",
        // leap day, and the year without one
        "Asia/Singapore,   2024-02-28T23:59:59, 2024-02-29T23:59:59,     PT24H,          1",
        "Asia/Singapore,   2024-02-28T23:59:59, 2024-03-01T23:59:59,     PT48H,          2",
        "Asia/Singapore,   2023-02-28T23:59:59, 2023-03-01T23:59:59,     PT24H,          1",
        // the leap second of 2016-12-31: clocks smear it, a day stays 86,400 s
        "UTC,              2016-12-31T23:59:59, 2017-01-01T23:59:59,     PT24H,          1",
    })
    void a_day_is_24_elapsed_hours_whatever_the_clocks_show(
            ZoneId zone, LocalDateTime deadline, LocalDateTime handedIn, Duration late, long days) {
        Lateness lateness = LateRule.judge(
                SEED,
                deadline.atZone(zone).toInstant(),
                Optional.empty(),
                handedIn.atZone(zone).toInstant(),
                THREE,
                THREE,
                zone);

        assertThat(lateness.lateBy()).isEqualTo(late);
        assertThat(lateness.days()).isEqualTo(days);
    }

    @ParameterizedTest(name = "handed in at {0}: {1} days")
    @CsvSource({
        "2022-09-19T15:59:59Z, 0",
        "2022-09-19T17:59:59+02:00, 0",
        "2022-09-19T11:59:59.001-04:00, 1",
        "2022-09-20T00:59:59+09:00, 0",
        "2022-09-20T23:59:59+08:00, 1",
        "2022-09-20T17:00:00+01:00, 2",
    })
    void the_zone_of_the_student_does_not_matter(String handedIn, long days) {
        assertThat(judge(SEED, instant(handedIn), "2.5").days()).isEqualTo(days);
    }

    @Test
    void the_zone_of_the_course_changes_no_number() {
        Instant handedIn = DEADLINE.plus(Duration.ofHours(51));
        Lateness here = LateRule.judge(SEED, DEADLINE, Optional.empty(), handedIn, THREE, THREE, SINGAPORE);
        Lateness there =
                LateRule.judge(SEED, DEADLINE, Optional.empty(), handedIn, THREE, THREE, ZoneId.of("America/New_York"));

        assertThat(there.days()).isEqualTo(here.days());
        assertThat(there.penalty()).isEqualTo(here.penalty());
        assertThat(there.lateBy()).isEqualTo(here.lateBy());
    }

    @ParameterizedTest(name = "extension until {0}, handed in {1}: {2} days")
    @CsvSource({
        "2022-09-21T23:59:59+08:00, 2022-09-21T23:59:59+08:00, 0",
        "2022-09-21T23:59:59+08:00, 2022-09-21T23:59:59.001+08:00, 1",
        "2022-09-21T23:59:59+08:00, 2022-09-23T00:00:00+08:00, 2",
        // earlier than the deadline: takes nothing away
        "2022-09-01T00:00:00+08:00, 2022-09-19T23:59:59+08:00, 0",
    })
    void an_extension_until_is_a_deadline_of_ones_own(String until, String handedIn, long days) {
        Optional<Extension> extension = Optional.of(new Extension.Until(instant(until)));
        Lateness lateness = LateRule.judge(SEED, DEADLINE, extension, instant(handedIn), THREE, THREE, SINGAPORE);

        assertThat(lateness.days()).isEqualTo(days);
        assertThat(lateness.deadline()).isEqualTo(extension.get().deadline(DEADLINE));
    }

    /** Two days of 24 h from 29 October noon in Berlin end at 11 o'clock, since the clocks go back. */
    @ParameterizedTest
    @CsvSource({"2022-10-31T11:00:00, 0", "2022-10-31T11:00:00.001, 1", "2022-10-31T12:00:00, 1"})
    void an_extension_by_days_is_elapsed_time_as_well(LocalDateTime handedIn, long days) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Lateness lateness = LateRule.judge(
                SEED,
                LocalDateTime.parse("2022-10-29T12:00:00").atZone(berlin).toInstant(),
                Optional.of(new Extension.By(Duration.ofDays(2))),
                handedIn.atZone(berlin).toInstant(),
                THREE,
                THREE,
                berlin);

        assertThat(lateness.days()).isEqualTo(days);
    }

    private static Lateness judge(LatePolicy policy, Instant handedIn, String raw) {
        return LateRule.judge(policy, DEADLINE, Optional.empty(), handedIn, Points.of(raw), THREE, SINGAPORE);
    }

    private static Points left(String raw, Lateness lateness) {
        return Points.of(raw).minus(lateness.penalty());
    }

    private static PerDay rule(String rate, Basis basis, Duration cutoff, Duration grace) {
        return new PerDay(new BigDecimal(rate), basis, Optional.of(cutoff), grace);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
