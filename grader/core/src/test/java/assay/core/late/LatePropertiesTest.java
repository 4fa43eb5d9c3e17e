package assay.core.late;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.core.late.LatePolicy.Basis;
import assay.core.late.LatePolicy.PerDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every policy; the seed stands in the test's name. */
final class LatePropertiesTest {
    private static final Instant DEADLINE = Instant.parse("2022-09-19T15:59:59Z");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_lateness_never_leaves_more_and_none_takes_nothing(long seed) {
        Random random = new Random(seed);
        PerDay policy = policy(random);
        Points maximum = points(random);
        Points raw = new Points(maximum.value().multiply(BigDecimal.valueOf(random.nextInt(101), 2)));

        assertThat(left(policy, Duration.ZERO, raw, maximum)).isEqualTo(raw);
        assertThat(left(policy, Duration.ofMillis(-random.nextInt(1_000_000)), raw, maximum))
                .isEqualTo(raw);
        Duration late = Duration.ZERO;
        Points before = raw;
        for (int step = 0; step < 60; step++) {
            late = late.plusMillis(random.nextInt((int) Duration.ofDays(1).toMillis()));
            Points now = left(policy, late, raw, maximum);
            assertThat(now).isBetween(Points.ZERO, before);
            before = now;
        }
    }

    private static Points left(PerDay policy, Duration late, Points raw, Points maximum) {
        Lateness lateness =
                LateRule.judge(policy, DEADLINE, Optional.empty(), DEADLINE.plus(late), raw, maximum, ZoneOffset.UTC);
        assertThat(lateness.penalty()).isBetween(Points.ZERO, raw);
        assertThat(lateness.days()).isNotNegative();
        assertThat(lateness.arithmetic()).isNotEmpty();
        return raw.minus(lateness.penalty());
    }

    private static PerDay policy(Random random) {
        Optional<Duration> cutoff =
                random.nextBoolean() ? Optional.of(Duration.ofHours(random.nextInt(24 * 14))) : Optional.empty();
        return new PerDay(
                BigDecimal.valueOf(random.nextInt(10_001), 4),
                Basis.values()[random.nextInt(Basis.values().length)],
                cutoff,
                Duration.ofMinutes(random.nextInt(120)));
    }

    private static Points points(Random random) {
        return new Points(BigDecimal.valueOf(random.nextInt(100_000_000), 6));
    }
}
