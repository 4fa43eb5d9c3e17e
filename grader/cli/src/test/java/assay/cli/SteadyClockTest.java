package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant wall = START;
    private long nanos = Long.MAX_VALUE - 5; // which may run over
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Test
    void time_passes_as_on_the_wall() {
        for (int seconds = 1; seconds < 4000; seconds++) {
            pass(Duration.ofSeconds(1));
            wall = wall.plusMillis(100); // a clock that runs fast, and is believed
            assertThat(clock.instant()).isEqualTo(wall);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P-1D", "PT3S", "PT-1H", "P365D"})
    void a_jump_that_does_not_stay_is_not_seen(Duration jump) {
        pass(Duration.ofMinutes(1));
        wall = wall.plus(jump);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(1)));
        pass(Duration.ofSeconds(100));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofSeconds(160)));
        wall = wall.minus(jump);
        pass(Duration.ofSeconds(100));

        assertThat(clock.instant()).isEqualTo(wall).isEqualTo(START.plus(Duration.ofSeconds(260)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P-1D"})
    void a_jump_that_stays_is_believed(Duration jump) {
        wall = wall.plus(jump);
        assertThat(clock.instant()).isEqualTo(START);
        pass(SteadyClock.BELIEVED_AFTER.minusMillis(1));
        assertThat(clock.instant()).isEqualTo(wall.minus(jump));
        pass(Duration.ofMillis(1));

        assertThat(clock.instant()).isEqualTo(wall).isEqualTo(START.plus(jump).plus(SteadyClock.BELIEVED_AFTER));
    }

    @Test
    void a_clock_that_jumps_about_is_not_believed() {
        for (int i = 1; i < 500; i++) {
            pass(Duration.ofSeconds(1));
            wall = START.plus(Duration.ofDays(i % 7)).plusSeconds(i);
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(i));
        }
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }
}
