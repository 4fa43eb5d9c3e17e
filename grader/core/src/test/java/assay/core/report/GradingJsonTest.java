package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.result.Grading;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradingJsonTest {
    private static final Assignment ASSIGNMENT = SampleAssignment.with(Feedback.ERROR);

    static Stream<Grading> gradings() {
        return SampleGradings.of(ASSIGNMENT).stream();
    }

    @ParameterizedTest
    @MethodSource("gradings")
    void comes_back_as_it_was(Grading grading) {
        assertThat(GradingJson.read(GradingJson.bytes(grading))).isEqualTo(grading);
    }

    @ParameterizedTest
    @MethodSource("gradings")
    void redacted_comes_back_as_it_was(Grading grading) {
        Grading redacted = Redaction.forStudent(grading, Feedback.ERROR);

        assertThat(GradingJson.read(GradingJson.bytes(redacted))).isEqualTo(redacted);
    }

    @ParameterizedTest
    @MethodSource("gradings")
    void equal_gradings_give_equal_bytes(Grading grading) {
        byte[] json = GradingJson.bytes(grading);

        assertThat(GradingJson.bytes(GradingJson.read(json))).isEqualTo(json);
    }

    @Test
    void kinds_have_names_and_no_classes() {
        Grading grading = new GradingBuilder(ASSIGNMENT, "dmitri")
                .with("conv2d", Cases.wrongShape("seed-shape"))
                .build();

        assertThat(text(grading))
                .contains("\"kind\" : \"shape-mismatch\"", "\"kind\" : \"weighed\"")
                .doesNotContain("assay.core", "ShapeMismatch", "Weighed");
    }

    @Test
    void numbers_and_times_read_as_people_write_them() {
        assertThat(text(new GradingBuilder(ASSIGNMENT, "ada").build()))
                .contains(
                        "\"submittedAt\" : \"2022-09-19T12:59:59Z\"",
                        "\"maximum\" : 0.5",
                        "\"wall\" : \"PT0.00184S\"",
                        "\"total\" : 3")
                .startsWith("{\n  \"assignment\"")
                .endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "[1]", "{\"assignment\":\"x\",\"extra\":1}"})
    void anything_else_is_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> GradingJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void half_a_file_is_refused() {
        byte[] json = GradingJson.bytes(new GradingBuilder(ASSIGNMENT, "ada").build());

        assertThatIllegalArgumentException().isThrownBy(() -> GradingJson.read(Arrays.copyOf(json, json.length / 2)));
    }

    private static String text(Grading grading) {
        return new String(GradingJson.bytes(grading), StandardCharsets.UTF_8);
    }
}
