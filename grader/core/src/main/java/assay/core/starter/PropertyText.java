package assay.core.starter;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Properties, or those of them whose names begin alike; the same ones are always written as the same text. */
final class PropertyText {
    private final Properties properties;
    private final String prefix;

    private PropertyText(Properties properties, String prefix) {
        this.properties = properties;
        this.prefix = prefix;
    }

    PropertyText() {
        this(new Properties(), "");
    }

    static PropertyText read(Reader reader) throws IOException {
        PropertyText text = new PropertyText();
        text.properties.load(reader);
        return text;
    }

    /** Those whose names begin so; what is put there is put here. */
    PropertyText below(String further) {
        return new PropertyText(properties, prefix + further);
    }

    void put(String name, Object value) {
        properties.setProperty(prefix + name, value.toString());
    }

    /** Several values under one name, which may have commas in them. */
    void putAll(String name, List<String> values) {
        IntStream.range(0, values.size()).forEach(index -> put(name + "." + index, values.get(index)));
    }

    String get(String name) {
        String value = properties.getProperty(prefix + name);
        if (value == null) {
            throw new NoSuchElementException("there is no " + prefix + name);
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(get(name));
    }

    List<String> all(String name) {
        return IntStream.iterate(0, index -> properties.containsKey(prefix + name + "." + index), index -> index + 1)
                .mapToObj(index -> get(name + "." + index))
                .toList();
    }

    /** In the order of their names, and without the date that {@link Properties#store} puts on top. */
    @Override
    public String toString() {
        try (StringWriter out = new StringWriter()) {
            properties.store(out, null);
            return out.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .sorted()
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
    }
}
