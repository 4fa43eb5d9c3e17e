package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.compare.TensorComparison;
import assay.core.domain.Notice;
import assay.core.domain.RunUsage;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.Lateness;
import assay.core.port.Diagnostic;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.result.TrainingCurve;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published form of result files says what the records hold: no more, no less. */
class ResultSchemaTest {
    private final String text = schemaText();
    private final JsonNode tree = new JsonMapper().readTree(text);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void every_result_follows_it(Feedback feedback) {
        Assignment assignment = SampleAssignment.with(feedback);
        for (Grading grading : SampleGradings.of(assignment)) {
            assertThat(errors(GradingJson.bytes(grading))).isEmpty();
            assertThat(errors(GradingJson.bytes(Redaction.forStudent(grading, feedback))))
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_result_does_not() {
        byte[] json = GradingJson.bytes(new GradingBuilder(SampleAssignment.with(Feedback.COUNT), "ada").build());
        String right = new String(json, StandardCharsets.UTF_8);

        for (String wrong : List.of(
                right.replaceFirst("\"verdict\" : \"AC\"", "\"verdict\" : \"OK\""),
                right.replaceFirst("\"raw\" : 3", "\"raw\" : -3"),
                right.replaceFirst("\"weighed\"", "\"compared\""),
                right.replaceFirst("\"notices\" :", "\"remarks\" :"))) {
            assertThat(wrong).isNotEqualTo(right);
            assertThat(errors(wrong.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        }
    }

    static Stream<Map.Entry<String, Class<?>>> records() {
        return Stream.of(
                Map.entry("", Grading.class),
                Map.entry("diagnostic", Diagnostic.class),
                Map.entry("part", PartResult.class),
                Map.entry("curve", TrainingCurve.class),
                Map.entry("curve-point", TrainingCurve.Point.class),
                Map.entry("case", CaseResult.class),
                Map.entry("shape-mismatch", TensorComparison.ShapeMismatch.class),
                Map.entry("weighed", TensorComparison.Weighed.class),
                Map.entry("mismatch", TensorComparison.Mismatch.class),
                Map.entry("map", TensorComparison.ErrorMap.class),
                Map.entry("usage", RunUsage.class),
                Map.entry("score", Score.class),
                Map.entry("lateness", Lateness.class),
                Map.entry("notice", Notice.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_component_of_a_record_is_a_property(Map.Entry<String, Class<?>> entry) {
        JsonNode object = entry.getKey().isEmpty() ? tree : tree.path("$defs").path(entry.getKey());
        List<String> expected = new ArrayList<>(Arrays.stream(entry.getValue().getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        if (TensorComparison.class.isAssignableFrom(entry.getValue())) {
            expected.addFirst("kind");
        }

        assertThat(object.path("properties").propertyNames()).containsExactlyElementsOf(expected);
        assertThat(strings(object.path("required"))).containsExactlyElementsOf(expected);
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void every_constant_is_named() {
        assertThat(strings(tree.at("/$defs/verdict/enum"))).containsExactlyElementsOf(names(Verdict.values()));
        assertThat(strings(tree.at("/$defs/case/properties/visibility/enum")))
                .containsExactlyElementsOf(names(Visibility.values()));
        assertThat(strings(tree.at("/$defs/diagnostic/properties/severity/enum")))
                .containsExactlyElementsOf(names(Diagnostic.Severity.values()));
    }

    private List<String> errors(byte[] json) {
        return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asString()));
        return strings;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String schemaText() {
        try (InputStream in = Objects.requireNonNull(
                ResultSchemaTest.class.getClassLoader().getResourceAsStream(GradingJson.SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
