package assay.core.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A piece of a YAML document, with the place where it begins. */
public sealed interface YamlNode {
    Position at();

    /** What it is, to a person. */
    String kind();

    /** Keys and values, in their order; every key stands once. */
    record Mapping(Position at, List<Entry> entries) implements YamlNode {
        public Mapping {
            requireNonNull(at, "at is null");
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** One key with its value. */
    record Entry(String key, Position at, YamlNode value) {
        public Entry {
            requireNonNull(key, "key is null");
            requireNonNull(at, "at is null");
            requireNonNull(value, "value is null");
        }
    }

    /** A list. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            requireNonNull(at, "at is null");
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param text as it was written, without quotes
     */
    record Scalar(Position at, Type type, String text) implements YamlNode {
        public Scalar {
            requireNonNull(at, "at is null");
            requireNonNull(type, "type is null");
            requireNonNull(text, "text is null");
        }

        @Override
        public String kind() {
            return type == Type.NOTHING ? "empty" : "'" + Shown.of(text) + "'";
        }
    }

    /** What the YAML 1.2 core schema makes of a scalar. */
    enum Type {
        TEXT,
        WHOLE_NUMBER,
        REAL_NUMBER,
        SWITCH,
        NOTHING
    }

    /**
     * A place in a file.
     *
     * @param line from 1
     * @param column from 1
     */
    record Position(int line, int column) {
        /** The file as a whole. */
        public static final Position WHOLE = new Position(0, 0);
    }
}
