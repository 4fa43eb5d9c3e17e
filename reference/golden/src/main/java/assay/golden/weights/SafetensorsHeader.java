package assay.golden.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the header of a safetensors file: names, types, shapes and offsets, and nothing else. */
final class SafetensorsHeader {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String METADATA = "__metadata__";
    private static final int MOST_TENSORS = 10_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final int NAME_LENGTH = 200;

    private SafetensorsHeader() {}

    /** The tensors in the order of the header. */
    static List<TensorEntry> read(byte[] json) throws SafetensorsException {
        JsonNode root = tree(json);
        if (!root.isObject() || json[0] != '{') {
            throw new SafetensorsException("the header is no JSON object");
        }
        if (root.size() > MOST_TENSORS) {
            throw new SafetensorsException(
                    "the header names %,d tensors, and at most %,d are taken".formatted(root.size(), MOST_TENSORS));
        }
        List<TensorEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals(METADATA)) {
                checkMetadata(property.getValue());
            } else {
                entries.add(entry(property.getKey(), property.getValue()));
            }
        }
        return entries;
    }

    private static JsonNode tree(byte[] json) throws SafetensorsException {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new SafetensorsException("the header is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static void checkMetadata(JsonNode metadata) throws SafetensorsException {
        boolean texts = metadata.isObject()
                && metadata.properties().stream()
                        .allMatch(entry -> entry.getValue().isString());
        if (!texts) {
            throw new SafetensorsException(METADATA + " may only hold texts");
        }
    }

    private static TensorEntry entry(String name, JsonNode node) throws SafetensorsException {
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new SafetensorsException("a tensor's name is empty, too long or not in plain letters");
        }
        if (!node.isObject() || node.size() != 3) {
            throw new SafetensorsException(
                    "%s must have dtype, shape and data_offsets and nothing else".formatted(name));
        }
        String type = node.path("dtype").asString("none");
        if (!type.equals("F32")) {
            throw new SafetensorsException("%s is of the type %s; only F32 is taken"
                    .formatted(name, type.length() > 16 ? "of a long name" : type));
        }
        List<Integer> shape = new ArrayList<>();
        long numbers = 1;
        for (long dimension : longs(name, "shape", node.path("shape"), MOST_DIMENSIONS)) {
            // Each is at most an int, so that the product of two cannot overflow before it is looked at.
            numbers = dimension > Integer.MAX_VALUE ? Long.MAX_VALUE : numbers * dimension;
            if (numbers > Integer.MAX_VALUE) {
                throw new SafetensorsException(name + " has more numbers than are taken");
            }
            shape.add((int) dimension);
        }
        List<Long> offsets = longs(name, "data_offsets", node.path("data_offsets"), 2);
        if (offsets.size() != 2 || offsets.getLast() - offsets.getFirst() != numbers * Float.BYTES) {
            throw new SafetensorsException("%s has the shape %s, which takes %d bytes, and the offsets %s"
                    .formatted(name, shape, numbers * Float.BYTES, offsets));
        }
        return new TensorEntry(name, shape, offsets.getFirst(), offsets.getLast());
    }

    private static List<Long> longs(String name, String key, JsonNode array, int most) throws SafetensorsException {
        if (!array.isArray() || array.size() > most) {
            throw new SafetensorsException("%s of %s is no list of at most %d numbers".formatted(key, name, most));
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isIntegralNumber() || !element.canConvertToLong() || element.asLong() < 0) {
                throw new SafetensorsException("%s of %s holds what is no whole number from 0".formatted(key, name));
            }
            numbers.add(element.asLong());
        }
        return numbers;
    }
}
