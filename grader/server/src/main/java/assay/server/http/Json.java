package assay.server.http;

import assay.core.domain.Points;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // What is not understood is said, and not passed over: a rule with a slip of the pen would hold for nobody.
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private Json() {}

    public static void answer(Context http, int status, Object value) {
        http.status(status).contentType("application/json").result(MAPPER.writeValueAsBytes(value));
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The body as that record. */
    public static <T> T read(Context http, Class<T> type) {
        String content = http.contentType() == null ? "" : http.contentType();
        if (!content.startsWith("application/json")) {
            throw new HttpProblem(415, "The body must be application/json.");
        }
        try {
            return Optional.ofNullable(MAPPER.readValue(http.bodyAsBytes(), type))
                    .orElseThrow(() -> HttpProblem.bad("the body is null"));
        } catch (JacksonException e) {
            throw HttpProblem.bad("the body is not the JSON that this address takes: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw HttpProblem.bad(String.valueOf(e.getMessage()));
        }
    }

    public static @Nullable BigDecimal number(Optional<Points> points) {
        return points.map(Points::value).orElse(null);
    }

    public static Map<String, Object> items(Object list) {
        return Map.of("items", list);
    }
}
