package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.AssignmentExamples.Seen;
import assay.core.assignment.AssignmentExamples.Wrong;
import assay.kernels.call.Kernel;
import assay.kernels.call.KernelParameter;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the published schema to the examples that the reader is held to. */
final class AssignmentSchemaTest {
    private static final JsonNode SCHEMA = schemaNode();
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    static Stream<Wrong> wrong() {
        return AssignmentReaderTest.wrong();
    }

    @Test
    void the_schema_is_one_itself() {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(SCHEMA)).isEmpty();
    }

    @Test
    void the_right_assignment_is_right() {
        assertThat(VALIDATOR.validate(yaml(AssignmentExamples.RIGHT))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_mistake_is_seen_where_a_schema_can_see_it(Wrong example) {
        assertThat(VALIDATOR.validate(yaml(example.text())).isEmpty()).isEqualTo(example.seen() == Seen.BY_THE_READER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comp6721-a8-a9", "cs5242-hw4", "kpu-assignment-2", "ucu-hw2", "week7-cnn"})
    void the_assignments_of_this_house_are_right(String id) throws IOException {
        String text = Files.readString(Path.of("../../reference/assignments", id, "assignment.yaml"));
        assertThat(VALIDATOR.validate(yaml(text))).isEmpty();
    }

    @Test
    void every_kernel_is_in_it_and_no_other() {
        List<String> kernels =
                Arrays.stream(Kernel.values()).map(Kernel::torchName).toList();

        assertThat(SCHEMA.at("/$defs/kernel/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(kernels);
        assertThat(SCHEMA.at("/$defs/arguments").propertyNames()).containsExactlyElementsOf(kernels);
        assertThat(SCHEMA.at("/$defs/argumentsOfKernel/allOf")
                        .valueStream()
                        .map(rule -> rule.at("/if/properties/kernel/const").stringValue()))
                .containsExactlyElementsOf(kernels);
    }

    @ParameterizedTest
    @EnumSource
    void every_argument_of_a_kernel_is_in_it_and_required(Kernel kernel) {
        JsonNode arguments = SCHEMA.at("/$defs/arguments/" + kernel.torchName());
        List<String> names =
                kernel.parameters().stream().map(KernelParameter::name).toList();

        assertThat(arguments.get("properties").propertyNames()).containsExactlyElementsOf(names);
        assertThat(arguments.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(names);
        assertThat(arguments.get("additionalProperties").booleanValue()).isFalse();
    }

    private static JsonNode yaml(String text) {
        return YAMLMapper.shared().readTree(text);
    }

    private static JsonNode schemaNode() {
        try (InputStream in = AssignmentReader.class.getResourceAsStream(AssignmentReader.SCHEMA)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
