package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody decided about one rubric item of one text.
 *
 * @param textVersion which text it was, as {@link assay.core.manual.MarksCsv#version} tells it
 * @param points nothing where an earlier decision was taken back
 * @param remark to the student; may be empty
 */
public record StoredMark(
        String course,
        String assignment,
        String person,
        String part,
        String item,
        String textVersion,
        Optional<Points> points,
        String remark,
        String setBy,
        Instant setAt) {
    public StoredMark {
        requireNonNull(course, "course is null");
        requireNonNull(assignment, "assignment is null");
        requireNonNull(person, "person is null");
        requireNonNull(part, "part is null");
        requireNonNull(item, "item is null");
        requireNonNull(textVersion, "textVersion is null");
        requireNonNull(points, "points is null");
        requireNonNull(remark, "remark is null");
        requireNonNull(setBy, "setBy is null");
        requireNonNull(setAt, "setAt is null");
    }
}
