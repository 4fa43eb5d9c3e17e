package assay.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.server.rule.Counting.Candidate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountingTest {
    @ParameterizedTest(name = "{0} of {1}, {2} and {3} points is number {4}")
    @CsvSource({
        "BEST, 1, 3, 2, 1",
        "BEST, 3, 3, 2, 0",
        "BEST, 2, 2, 2, 0",
        "LAST, 3, 2, 1, 2",
        "LAST, 3, 2, 0, 2",
    })
    void one_counts(Counting counting, String first, String second, String third, int chosen) {
        List<Candidate> all = List.of(candidate(0, first), candidate(1, second), candidate(2, third));

        assertThat(counting.choose(all)).contains(all.get(chosen));
        assertThat(counting.choose(all.reversed())).contains(all.get(chosen));
    }

    @Test
    void of_none_none_counts() {
        assertThat(Counting.BEST.choose(List.of())).isEmpty();
        assertThat(Counting.LAST.choose(List.of())).isEmpty();
    }

    private static Candidate candidate(int number, String points) {
        return new Candidate("g" + number, Instant.EPOCH.plusSeconds(number), Points.of(points));
    }
}
