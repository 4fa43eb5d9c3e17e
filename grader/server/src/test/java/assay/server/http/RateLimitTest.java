package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.server.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(2, clock);

    @Test
    void each_has_their_own_number_a_minute() {
        limit.count("ada");
        limit.count("ada");
        limit.count("bob");

        assertThatThrownBy(() -> limit.count("ada"))
                .isInstanceOfSatisfying(
                        HttpProblem.class, problem -> assertThat(problem.more()).containsEntry("retry_after", 61L));
        clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> limit.count("ada")).doesNotThrowAnyException();
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out() {
        clock.advance(Duration.ofDays(2));
        limit.count("ada");
        limit.count("ada");
        clock.advance(Duration.ofDays(-1));

        assertThatCode(() -> limit.count("ada")).doesNotThrowAnyException();
    }
}
