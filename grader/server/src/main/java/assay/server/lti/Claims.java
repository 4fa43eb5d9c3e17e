package assay.server.lti;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of platforms, read for what is asked and of the type that it should have. */
final class Claims {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST_ID = 255;

    private final JsonNode node;

    Claims(JsonNode node) {
        this.node = node;
    }

    /** Empty if it is no JSON object, or has something twice or too deep. */
    static Optional<Claims> parse(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isObject() ? Optional.of(new Claims(node)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    Claims in(String name) {
        return new Claims(node.path(name));
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Empty where it is missing or no text. */
    String text(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    /** An id as LTI has them: at most 255 letters of ASCII; empty where it is anything else. */
    String id(String name) {
        String text = text(name);
        boolean fits = text.length() <= LONGEST_ID && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
        return fits ? text : "";
    }

    /** A whole number of seconds; a text or a fraction is none. */
    Optional<Long> seconds(String name) {
        JsonNode value = node.path(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        return whole && value.longValue() >= 0 && value.longValue() < 100_000_000_000L
                ? Optional.of(value.longValue())
                : Optional.empty();
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() && value.booleanValue();
    }

    boolean isArray(String name) {
        return node.path(name).isArray();
    }

    /** A text, or the texts of an array; other things in it are left out. */
    List<String> texts(String name) {
        JsonNode value = node.path(name);
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> {
                if (each.isString()) {
                    texts.add(each.stringValue());
                }
            });
        }
        return texts;
    }

    List<Claims> each(String name) {
        List<Claims> all = new ArrayList<>();
        if (node.path(name).isArray()) {
            node.path(name).forEach(each -> all.add(new Claims(each)));
        }
        return all;
    }

    Map<String, String> strings(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        JsonNode object = node.path(name);
        if (object.isObject()) {
            object.propertyStream().forEach(entry -> {
                if (entry.getValue().isString()) {
                    all.put(entry.getKey(), entry.getValue().stringValue());
                }
            });
        }
        return all;
    }

    JsonNode raw(String name) {
        return node.path(name);
    }

    /** HTTPS, absolute; empty otherwise. */
    static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
