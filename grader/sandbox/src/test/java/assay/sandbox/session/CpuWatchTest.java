package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CpuWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void what_earlier_calls_used_does_not_count() {
        CpuWatch watch = new CpuWatch(LIMIT);
        saw(watch, 0, 4_900);
        saw(watch, 5_000, 9_800);

        assertThat(watch.over()).isFalse();
    }

    @Test
    void the_limit_itself_is_too_much() {
        CpuWatch watch = new CpuWatch(LIMIT);
        saw(watch, 0, 100);
        saw(watch, 5_000, 5_100);

        assertThat(watch.over()).isTrue();
    }

    @Test
    void the_next_look_is_when_the_limit_may_be_reached_at_the_earliest() {
        CpuWatch watch = new CpuWatch(LIMIT);
        saw(watch, 0, 100);
        assertThat(watch.nextLook()).isEqualTo(Duration.ofMillis(5_000));
        saw(watch, 5_000, 2_100); // on a busy machine
        assertThat(watch.nextLook()).isEqualTo(Duration.ofMillis(8_000));
        saw(watch, 8_000, 5_090);
        assertThat(watch.nextLook()).isEqualTo(Duration.ofMillis(8_050));
    }

    @Test
    void calls_that_are_soon_over_are_not_looked_at() {
        assertThat(new CpuWatch(LIMIT).nextLook()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void who_cannot_be_looked_at_is_not_over() {
        CpuWatch watch = new CpuWatch(LIMIT);
        watch.saw(Duration.ofSeconds(7), Optional.empty());

        assertThat(watch.over()).isFalse();
        assertThat(watch.nextLook()).isEqualTo(Duration.ofSeconds(8));
    }

    private static void saw(CpuWatch watch, long atMillis, long totalMillis) {
        watch.saw(Duration.ofMillis(atMillis), Optional.of(Duration.ofMillis(totalMillis)));
    }
}
