package assay.core.yaml;

import static java.util.Objects.requireNonNull;

import assay.core.yaml.YamlNode.Entry;
import assay.core.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** A mapping and the way to it. */
public final class YamlObject {
    private final Mapping mapping;
    private final String path;
    private final Problems problems;

    YamlObject(Mapping mapping, String path, Problems problems) {
        this.mapping = requireNonNull(mapping, "mapping is null");
        this.path = requireNonNull(path, "path is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    /** Notes a problem with the mapping as a whole. */
    public <T> Optional<T> problem(String message) {
        problems.add(mapping.at(), path, message);
        return Optional.empty();
    }

    public List<String> keys() {
        return mapping.entries().stream().map(Entry::key).toList();
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** Notes each key that is none of these, with the nearest of them. */
    public YamlObject allow(List<String> allowed) {
        for (Entry entry : mapping.entries()) {
            if (!allowed.contains(entry.key())) {
                problems.add(entry.at(), to(entry.key()), "unknown key" + Suggestion.of(entry.key(), allowed));
            }
        }
        return this;
    }

    /** The value of that key; empty if there is none, which is no problem. */
    public Optional<YamlValue> optional(String key) {
        return find(key).map(entry -> new YamlValue(entry.value(), to(key), problems));
    }

    /** The value of that key; where there is none, that is a problem. */
    public Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = optional(key);
        if (value.isEmpty()) {
            problem("the key '" + key + "' is missing");
        }
        return value;
    }

    private Optional<Entry> find(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    private String to(String key) {
        return Shown.path(path, key);
    }
}
