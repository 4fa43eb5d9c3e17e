package assay.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    @Test
    void a_step_holds_its_lower_bound_and_the_last_the_maximum() {
        Histogram histogram = Histogram.of(decimals("0", "0.299999", "0.3", "2.7", "3", "3"), THREE);

        assertThat(histogram.bins()).extracting(Histogram.Bin::count).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(histogram.bins().getFirst()).isEqualTo(new Histogram.Bin("0", "0.3", 2, 66));
        assertThat(histogram.bins().getLast()).isEqualTo(new Histogram.Bin("2.7", "3", 3, 100));
        assertThat(histogram.summary()).isEqualTo("Most submissions, 3 of 6, have from 2.7 to 3 points.");
    }

    @Test
    void nobody_and_nothing_to_earn_are_no_error() {
        assertThat(Histogram.of(List.of(), THREE).bins()).hasSize(10);
        assertThat(Histogram.of(decimals("0"), BigDecimal.ZERO)
                        .bins()
                        .getFirst()
                        .count())
                .isEqualTo(1);
    }

    private static List<BigDecimal> decimals(String... numbers) {
        return List.of(numbers).stream().map(BigDecimal::new).toList();
    }
}
