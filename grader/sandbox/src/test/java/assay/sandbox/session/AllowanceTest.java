package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sixty seconds in all. */
final class AllowanceTest {
    private static final TrainingSpec SPEC = new TrainingSpec(
            "tiny", "some", 3, Duration.ofSeconds(60), DataSize.ofMebibytes(64), true, List.of(), Optional.empty());

    @ParameterizedTest(name = "{0} s of a GPU, which is there: {1} -> {2}")
    @CsvSource({
        "20, true, 20 s of GPU time",
        "20, false, 60 s",
        "60, true, 60 s",
        "90, true, 60 s",
    })
    void the_gpus_time_is_the_limit_where_there_is_one_and_it_is_less(int seconds, boolean gpu, String text) {
        TrainingSpec spec = SPEC.withGpuTime(Duration.ofSeconds(seconds));

        assertThat(Allowance.of(spec, gpu).text()).isEqualTo(text);
    }

    @Test
    void without_a_limit_of_its_own_a_gpu_is_there_for_the_whole_run() {
        assertThat(Allowance.of(SPEC, true)).isEqualTo(new Allowance(Duration.ofSeconds(60), false));
    }
}
