package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.Verdict;
import assay.core.result.Grading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradescopeJsonTest {
    private final Assignment assignment = SampleAssignment.with(Feedback.VERDICT);

    @Test
    void the_score_is_what_counts_and_each_part_has_its_points() {
        JsonNode results = results(
                new GradingBuilder(assignment, "ben")
                        .with("conv2d", Cases.wrongShape("seed-shape"))
                        .late(Duration.ofDays(2))
                        .build(),
                Feedback.VERDICT);

        assertThat(results.path("score").decimalValue()).isEqualByComparingTo("2.0125");
        assertThat(results.path("output").asString()).contains("2.875 × (1 − 2 × 0.15)");
        JsonNode part = test(results, "Convolution");
        assertThat(part.path("score").decimalValue()).isEqualByComparingTo("0.375");
        assertThat(part.path("max_score").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(part.path("status").asString()).isEqualTo("failed");
        JsonNode shape = test(results, "Convolution: seed-shape");
        assertThat(shape.path("output").asString()).contains("[2, 6, 30, 30]");
        assertThat(shape.has("score")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void the_points_of_the_parts_sum_up_to_what_was_earned(Feedback feedback) {
        for (Grading grading : SampleGradings.of(assignment)) {
            if (!grading.graded()) {
                continue;
            }
            BigDecimal sum = tests(results(grading, feedback)).stream()
                    .filter(test -> test.has("score"))
                    .map(test -> test.path("score").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).isEqualByComparingTo(grading.score().raw().value());
        }
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void where_something_of_ours_broke_there_is_no_score(Feedback feedback) {
        JsonNode results = results(
                new GradingBuilder(assignment, "kim")
                        .all("conv2d", Verdict.IE, "the engine is gone")
                        .late(Duration.ofDays(2))
                        .build(),
                feedback);
        assertThat(results.has("score")).isFalse();
        assertThat(tests(results)).isNotEmpty().noneMatch(test -> test.has("score"));
        assertThat(results.path("output").asString())
                .isEqualTo("Not graded, through a fault of ours. It costs you nothing.");
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void no_test_is_hidden_since_that_would_hide_the_total(Feedback feedback) {
        for (Grading grading : SampleGradings.of(assignment)) {
            JsonNode results = results(grading, feedback);

            assertThat(results.path("visibility").asString()).isEqualTo("visible");
            assertThat(tests(results))
                    .allMatch(test -> test.path("visibility").asString().equals("visible"));
        }
    }

    private static JsonNode results(Grading grading, Feedback feedback) {
        return new JsonMapper().readTree(GradescopeJson.bytes(Redaction.forStudent(grading, feedback)));
    }

    private static List<JsonNode> tests(JsonNode results) {
        List<JsonNode> tests = new ArrayList<>();
        results.path("tests").forEach(tests::add);
        return tests;
    }

    private static JsonNode test(JsonNode results, String name) {
        return tests(results).stream()
                .filter(test -> test.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
