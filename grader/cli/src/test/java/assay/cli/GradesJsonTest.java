package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.result.Grading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradesJsonTest {
    @Test
    void a_grade_has_points() {
        JsonNode grade = grade(Verdict.WA);
        assertThat(grade.path("raw").decimalValue()).isEqualByComparingTo("2");
        assertThat(grade.path("penalty").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(grade.path("total").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void where_something_of_ours_broke_points_are_null() {
        JsonNode grade = grade(Verdict.IE);
        assertThat(grade.path("verdict").asString()).isEqualTo("IE");
        for (String points : List.of("raw", "penalty", "total")) {
            assertThat(grade.path(points).isNull()).as(points).isTrue();
        }
    }

    private static JsonNode grade(Verdict verdict) {
        Points penalty = Points.of("0.5");
        Grading grading = new Grading(
                "hw",
                "ada",
                Instant.EPOCH,
                verdict,
                "",
                List.of(),
                List.of(),
                new Score(Points.of("3"), Points.of("2"), penalty, Points.of("1.5")),
                new Lateness(Instant.EPOCH, Duration.ofDays(1), 1, penalty, List.of()),
                List.of(),
                new Provenance(Map.of()),
                "fingerprint");
        return new JsonMapper()
                .readTree(GradesJson.of(List.of(grading), Path.of("out")))
                .path("grades")
                .path(0);
    }
}
