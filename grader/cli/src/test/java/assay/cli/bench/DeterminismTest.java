package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    @Test
    void the_same_verdicts_make_no_difference() {
        Map<String, String> verdicts = Map.of("ada", "WA", "ada conv2d seed-shape", "WA");
        assertThat(Determinism.differences(verdicts, Map.copyOf(verdicts))).isEmpty();
    }

    @Test
    void each_difference_is_told_with_its_place() {
        assertThat(Determinism.differences(
                        Map.of("ada", "AC", "bob", "AC", "bob conv2d big", "AC"), Map.of("ada", "AC", "bob", "TLE")))
                .containsExactly("bob: AC when idle, TLE when busy", "bob conv2d big: AC when idle, none when busy");
    }

    @Test
    void only_the_same_table_and_the_same_verdicts_are_the_same() {
        assertThat(new Determinism.Result(3, List.of(), true).same()).isTrue();
        assertThat(new Determinism.Result(3, List.of(), false).same()).isFalse();
        assertThat(new Determinism.Result(3, List.of("ada: AC when idle, WA when busy"), true).same())
                .isFalse();
    }
}
