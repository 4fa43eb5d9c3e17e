package assay.core.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong in one file, collected while it is read; for one thread. */
public final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = requireNonNull(file, "file is null");
    }

    public void add(YamlNode.Position at, String key, String message) {
        found.add(new Problem(file, at.line(), at.column(), key, message));
    }

    /** Something wrong with the file as a whole. */
    public void add(String message) {
        add(YamlNode.Position.WHOLE, "", message);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Those with the value of that key, or with something in it. */
    public List<Problem> at(String key) {
        return found().stream()
                .filter(problem -> problem.key().equals(key)
                        || problem.key().startsWith(key + ".")
                        || problem.key().startsWith(key + "["))
                .toList();
    }

    /** In the order of the lines. */
    public List<Problem> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
