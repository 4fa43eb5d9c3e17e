package assay.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionNoticeTest {
    private static final String DATA = "\"course\":\"cs\",\"assignment\":\"hw4\",\"student\":\"ada@x.edu\","
            + "\"submitted_at\":\"2026-03-01T12:00:00Z\",\"download_url\":\"https://lms.example/s/1.zip\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"e1\",\"type\":\"submission.created\"," + DATA + "}",
                "{\"type\":\"submission.created\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"data\":{" + DATA + "}}",
            })
    void it_reads_the_same_at_the_top_and_in_data(String json) {
        assertThat(SubmissionNotice.read(json.getBytes(StandardCharsets.UTF_8)))
                .contains(new SubmissionNotice(
                        "cs",
                        "hw4",
                        "ada@x.edu",
                        Instant.parse("2026-03-01T12:00:00Z"),
                        URI.create("https://lms.example/s/1.zip")));
    }

    @Test
    void what_lacks_something_is_none() {
        for (String name : new String[] {"course", "assignment", "student", "submitted_at", "download_url"}) {
            String json = "{\"type\":\"submission.created\"," + DATA.replace("\"" + name + "\"", "\"x\"") + "}";
            assertThat(SubmissionNotice.read(json.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        assertThat(SubmissionNotice.read(("{\"type\":\"other\"," + DATA + "}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
