package assay.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void ten_tries_take_three_days_and_then_it_is_over() {
        RetrySchedule schedule = RetrySchedule.standard();
        Duration all = IntStream.rangeClosed(1, 9)
                .mapToObj(tries -> schedule.after(tries, 0.5).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(schedule.after(10, 0.5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, PT4.5S", "0.5, PT5S", "0.9999999999, PT5.5S"})
    void a_tenth_more_or_less_keeps_them_apart(double random, Duration wait) {
        assertThat(RetrySchedule.standard().after(1, random)).contains(wait);
    }

    @Test
    void who_asks_for_more_time_gets_it_within_a_day() {
        RetrySchedule schedule = RetrySchedule.standard();
        assertThat(schedule.after(1, 0.5, Duration.ofHours(3))).contains(Duration.ofHours(3));
        assertThat(schedule.after(1, 0.5, Duration.ofDays(900))).contains(Duration.ofDays(1));
        assertThat(schedule.after(4, 0.5, Duration.ofSeconds(1))).contains(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M", "Sun, 01 Mar 2026 12:05:00 GMT | PT5M", "Sun, 01 Mar 2026 11:00:00 GMT | PT0S",
                "soon | PT0S", "-5 | PT0S", "99999999999999999999 | PT0S"
            })
    void retry_after_is_seconds_or_a_date(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }

    @Test
    void after_five_failures_one_is_let_through_at_a_time() {
        Breaker breaker = Breaker.CLOSED;
        for (int i = 0; i < 4; i++) {
            breaker = breaker.failed(NOW);
            assertThat(breaker.letsThrough(NOW)).isTrue();
        }
        breaker = breaker.failed(NOW);
        assertThat(breaker.openUntil()).contains(NOW.plusSeconds(60));
        assertThat(breaker.letsThrough(NOW.plusSeconds(59))).isFalse();
        Instant later = NOW.plusSeconds(60);
        assertThat(breaker.letsThrough(later)).isTrue();
        assertThat(breaker.trying(later).letsThrough(later)).isFalse();
        assertThat(breaker.trying(later).failed(later).openUntil()).contains(later.plusSeconds(120));
    }

    @Test
    void a_clock_that_is_set_back_spares_nobody_for_longer() {
        Breaker breaker = new Breaker(5, Optional.of(NOW.plus(Duration.ofDays(30))));

        assertThat(breaker.letsThrough(NOW)).isTrue();
        assertThat(breaker.letsThrough(NOW.plus(Duration.ofDays(29)))).isFalse();
    }

    @Test
    void it_is_never_open_for_more_than_an_hour() {
        Breaker breaker = Breaker.CLOSED;
        for (int i = 0; i < 100; i++) {
            breaker = breaker.failed(NOW);
        }
        assertThat(breaker.openUntil()).isEqualTo(Optional.of(NOW.plus(Duration.ofHours(1))));
        assertThat(new RetrySchedule(List.of()).after(1, 0)).isEmpty();
    }
}
