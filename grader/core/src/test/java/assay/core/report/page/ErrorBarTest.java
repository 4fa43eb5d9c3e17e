package assay.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.compare.TensorComparison.Weighed;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBarTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, exact",
        "1e-20, 1, far within the tolerance",
        "9e-12, 24, far within the tolerance",
        "1e-8, 50, within the tolerance",
        "1.01e-8, 51, 1.0 times the tolerance",
        "3.4e-5, 80, '3,400 times the tolerance'",
        "1, 100, over a million times the tolerance",
        "NaN, 100, a NaN or an infinity is out of place"
    })
    void the_tolerance_stands_in_the_middle(double mse, int position, String relation) {
        ErrorBar bar = ErrorBar.of(new Weighed(mse <= 1e-8, mse, 1e-8, 0, 0, 0, 1, Optional.empty(), Optional.empty()));

        assertThat(bar.position()).isEqualTo(position);
        assertThat(bar.relation()).isEqualTo(relation);
        assertThat(bar.accepted()).isEqualTo(mse <= 1e-8);
    }
}
