package assay.core.assignment;

import assay.core.yaml.YamlValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids of assignments, parts and cases: they become names of files, anchors of pages and columns of tables. */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");
    private static final String WHAT = "an id of at most 64 small letters, digits, '-' and '_', such as max_pool2d";

    private final Map<String, String> seen = new HashMap<>();

    static Optional<String> read(YamlValue value) {
        return value.written(WHAT, text -> FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    /** An id that did not come before. */
    Optional<String> readNew(YamlValue value) {
        return read(value).flatMap(id -> {
            String first = seen.putIfAbsent(id, value.path());
            return first == null ? Optional.of(id) : value.problem("the id '" + id + "' is taken by " + first);
        });
    }
}
