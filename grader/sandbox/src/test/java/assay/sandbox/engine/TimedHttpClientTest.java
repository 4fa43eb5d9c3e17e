package assay.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimedHttpClientTest {
    @ParameterizedTest
    @CsvSource({
        "/v1.44/containers/abc/attach?stdin=1&stream=1, true",
        "/v1.44/containers/abc/wait, true",
        "/containers/abc/wait, true",
        "/v1.44/build?t=assay-run:1, true",
        "/version, false",
        "/v1.44/containers/create, false",
        "/v1.44/containers/abc/start, false",
        "/v1.44/containers/abc?force=true&v=/build, false",
        "/v1.44/containers/abc/stats?stream=false, false",
        "/v1.44/images/build/json, false",
    })
    void only_what_lasts_is_waited_for_without_end(String path, boolean lasts) {
        assertThat(TimedHttpClient.lasts(path)).isEqualTo(lasts);
    }
}
