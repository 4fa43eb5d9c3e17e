package assay.core.manual;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What persons decided, by student, part and rubric item. */
public record Marks(Map<Key, Mark> marks) {
    public static final Marks NONE = new Marks(Map.of());

    public Marks {
        marks = Map.copyOf(marks);
    }

    /** Whose and what for. */
    public record Key(String student, String part, String item) {
        public Key {
            requireNonNull(student, "student is null");
            requireNonNull(part, "part is null");
            requireNonNull(item, "item is null");
        }
    }

    /**
     * One decision.
     *
     * @param comment to the student; may be empty
     * @param version of the text that was read, as {@link MarksCsv#version} tells it; empty for whatever text there is
     */
    public record Mark(Points points, String comment, String version) {
        public Mark {
            requireNonNull(points, "points is null");
            requireNonNull(comment, "comment is null");
            requireNonNull(version, "version is null");
        }
    }

    public Optional<Mark> of(String student, String part, String item) {
        return Optional.ofNullable(marks.get(new Key(student, part, item)));
    }

    /** These, and others that win where both decided. */
    public Marks and(Marks others) {
        Map<Key, Mark> all = new HashMap<>(marks);
        all.putAll(others.marks);
        return new Marks(all);
    }
}
