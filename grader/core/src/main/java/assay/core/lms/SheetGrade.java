package assay.core.lms;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import java.util.Optional;

/**
 * A grade for a teacher's sheet.
 *
 * @param total what counts; empty where a fault of ours stands, which no platform may take for a grade
 */
public record SheetGrade(LmsStudent student, Optional<Points> total) {
    public SheetGrade {
        requireNonNull(student, "student is null");
        requireNonNull(total, "total is null");
    }
}
