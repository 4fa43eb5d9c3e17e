package assay.core.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What is wrong in one file, collected while it is read: the first thousand; for one thread. */
public final class Problems {
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private boolean more;

    public Problems(String file) {
        this.file = requireNonNull(file, "file is null");
    }

    public void add(YamlNode.Position at, String key, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(file, at.line(), at.column(), key, message));
        } else {
            more = true;
        }
    }

    /** Something wrong with the file as a whole. */
    public void add(String message) {
        add(YamlNode.Position.WHOLE, "", message);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Those with the value of that key, or with something in it; and, last, that there are more, which may be there. */
    public List<Problem> at(String key) {
        return inOrder(problem -> problem.key().equals(key)
                || problem.key().startsWith(key + ".")
                || problem.key().startsWith(key + "["));
    }

    /** In the order of the lines, and, last, that there are more. */
    public List<Problem> found() {
        return inOrder(_ -> true);
    }

    private List<Problem> inOrder(Predicate<Problem> which) {
        List<Problem> some = new ArrayList<>(found.stream()
                .filter(which)
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList());
        if (more) {
            some.add(new Problem(file, 0, 0, "", "there are more than " + MOST + " problems, too many to list"));
        }
        return some;
    }
}
