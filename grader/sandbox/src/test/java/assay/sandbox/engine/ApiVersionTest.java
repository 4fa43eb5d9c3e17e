package assay.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.12, 1.41, 1.41", // Docker 20.10
        "1.24, 1.44, 1.44", // Docker 25
        "1.44, 1.52, 1.44", // Docker 29
        "1.50, 1.60, 1.50", // some day
        "1.9, 1.10, 1.10", // numbers, not letters
    })
    void the_nearest_version_that_the_engine_speaks(String oldest, String newest, String spoken) {
        assertThat(ApiVersion.negotiate(ApiVersion.parse(oldest), ApiVersion.parse(newest)))
                .hasToString(spoken);
    }
}
