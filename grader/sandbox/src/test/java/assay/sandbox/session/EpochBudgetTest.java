package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.port.TrainingRun.Epoch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochBudgetTest {
    private final EpochBudget budget = new EpochBudget(new Allowance(Duration.ofSeconds(60), false), 3);

    @ParameterizedTest(name = "after epochs of 20 s and 10 s, {0} ms left: ends is {1}")
    @CsvSource({"30000, false", "10000, false", "5000, false", "4999, true", "0, true", "-1, true"})
    void a_run_ends_where_less_than_half_of_its_quickest_epoch_is_left(int left, boolean ends) {
        List<Epoch> done = List.of(epoch(1, 20), epoch(2, 10));

        assertThat(budget.tooLittle(done, Duration.ofMillis(left)).isEmpty()).isEqualTo(!ends);
    }

    @Test
    void it_says_what_was_left_and_what_an_epoch_takes() {
        assertThat(budget.tooLittle(List.of(epoch(1, 58)), Duration.ofSeconds(2)))
                .isEqualTo("of its 60 s only 2 s are left, and its quickest epoch took 58 s");
    }

    @Test
    void it_says_where_it_is_the_gpus_time_that_is_short() {
        EpochBudget gpu = new EpochBudget(new Allowance(Duration.ofSeconds(20), true), 3);

        assertThat(gpu.tooLittle(List.of(epoch(1, 15)), Duration.ofSeconds(5)))
                .isEqualTo("of its 20 s of GPU time only 5 s are left, and its quickest epoch took 15 s");
    }

    @Test
    void nothing_is_cut_short_before_the_first_epoch_or_after_the_last() {
        assertThat(budget.tooLittle(List.of(), Duration.ZERO)).isEmpty();
        assertThat(budget.tooLittle(List.of(epoch(1, 20), epoch(2, 20), epoch(3, 20)), Duration.ZERO))
                .isEmpty();
    }

    private static Epoch epoch(int number, int seconds) {
        return new Epoch(number, 1, Duration.ofSeconds(seconds), new byte[0]);
    }
}
