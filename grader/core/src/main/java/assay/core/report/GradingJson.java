package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.result.Grading;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A grading as JSON and back: equal gradings give equal bytes, and the bytes give back an equal grading. The form is
 * published as the resource {@value #SCHEMA}.
 *
 * <p>Instants and durations are ISO 8601, points are numbers, a NaN or an infinity is the string {@code "NaN"},
 * {@code "Infinity"} or {@code "-Infinity"}, what is absent is null.
 */
public final class GradingJson {
    /** JSON Schema, draft 2020-12, on the class path. */
    public static final String SCHEMA = "assay/result.schema.json";

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = GradingMixIns.addTo(JsonMapper.builder())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
            .build();

    private GradingJson() {}

    /** UTF-8, with a line feed at the end. */
    public static byte[] bytes(Grading grading) {
        requireNonNull(grading, "grading is null");
        return bytesOf(grading);
    }

    /**
     * The grading that {@link #bytes} was given.
     *
     * @throws IllegalArgumentException if the bytes are something else, also the work of another version of ours
     */
    public static Grading read(byte[] json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Grading.class))
                    .orElseThrow(() -> new IllegalArgumentException("not a grading: null"));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a grading: " + e.getOriginalMessage(), e);
        }
    }

    /** Any data of ours in the same form. */
    static byte[] bytesOf(Object value) {
        byte[] json = MAPPER.writeValueAsBytes(value);
        byte[] lines = Arrays.copyOf(json, json.length + 1);
        lines[json.length] = '\n';
        return lines;
    }
}
