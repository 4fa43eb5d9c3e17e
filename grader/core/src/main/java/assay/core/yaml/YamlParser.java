package assay.core.yaml;

import assay.core.yaml.YamlNode.Entry;
import assay.core.yaml.YamlNode.Mapping;
import assay.core.yaml.YamlNode.Position;
import assay.core.yaml.YamlNode.Scalar;
import assay.core.yaml.YamlNode.Sequence;
import assay.core.yaml.YamlNode.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Text to nodes. Of YAML it takes what is plain to read: no aliases (which can be made into bombs), no tags, one document.
 */
final class YamlParser {
    private static final int MAXIMUM_DEPTH = 50;
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .build())
            .build();

    private final Problems problems;

    YamlParser(Problems problems) {
        this.problems = problems;
    }

    /** The root; empty where the text is no YAML. */
    Optional<YamlNode> parse(String text) {
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                return document(parser);
            } catch (JacksonException e) {
                report(e, text, position(parser.currentLocation()));
                return Optional.empty();
            }
        }
    }

    private Optional<YamlNode> document(YAMLParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            problems.add("the file is empty");
            return Optional.empty();
        }
        YamlNode root = node(parser, first, "");
        if (parser.nextToken() != null) {
            problems.add(
                    position(parser.currentTokenLocation()), "", "a second document begins here; there may be one");
        }
        return Optional.of(root);
    }

    /** Nested at most {@link #MAXIMUM_DEPTH} deep: the parser refuses more. */
    private YamlNode node(YAMLParser parser, JsonToken token, String path) {
        Position at = position(parser.currentTokenLocation());
        if (parser.isCurrentAlias()) {
            problems.add(
                    at, path, "aliases (*" + Shown.of(parser.getString()) + ") are not taken; write the value out");
        }
        if (parser.getTypeId() != null) {
            problems.add(at, path, "tags (!" + Shown.of(parser.getTypeId()) + ") are not taken");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, at, path);
            case START_ARRAY -> sequence(parser, at, path);
            case VALUE_NUMBER_INT -> new Scalar(at, Type.WHOLE_NUMBER, parser.getString());
            case VALUE_NUMBER_FLOAT -> new Scalar(at, Type.REAL_NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(at, Type.SWITCH, parser.getString());
            case VALUE_NULL -> new Scalar(at, Type.NOTHING, "");
            default -> new Scalar(at, Type.TEXT, parser.getString());
        };
    }

    private Mapping mapping(YAMLParser parser, Position at, String path) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Position keyAt = position(parser.currentTokenLocation());
            String keyPath = Shown.path(path, key);
            YamlNode value = node(parser, parser.nextToken(), keyPath);
            Position first = seen.putIfAbsent(key, keyAt);
            if (first == null) {
                entries.add(new Entry(key, keyAt, value));
            } else {
                problems.add(keyAt, keyPath, "stands here a second time; first in line " + first.line());
            }
        }
        return new Mapping(at, entries);
    }

    private Sequence sequence(YAMLParser parser, Position at, String path) {
        List<YamlNode> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(node(parser, token, path + "[" + items.size() + "]"));
            token = parser.nextToken();
        }
        return new Sequence(at, items);
    }

    private void report(JacksonException e, String text, Position reached) {
        // Jackson gives the place where the last token began; the parser below it knows where the mistake is.
        switch (e.getCause()) {
            case MarkedYamlEngineException marked ->
                problems.add(
                        marked.getProblemMark().map(YamlParser::position).orElse(reached), "", marked.getProblem());
            case ReaderException unprintable ->
                problems.add(
                        Places.of(text, unprintable.getPosition()),
                        "",
                        "the character U+%04X may not stand here".formatted(unprintable.getCodePoint()));
            case null, default -> problems.add(reached, "", e.getOriginalMessage());
        }
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
