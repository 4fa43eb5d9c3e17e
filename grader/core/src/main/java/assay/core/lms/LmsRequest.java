package assay.core.lms;

import static java.util.Objects.requireNonNull;

import assay.core.intake.IntakeRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be read.
 *
 * @param intake its folder may be a zip as well
 * @param from whose files they are; found out where it is empty
 * @param sheet the teacher's worksheet or gradebook, which tells people apart where names alone do not
 * @param deadline of the assignment: downloads rarely say when something was handed in, but whether it was late
 */
public record LmsRequest(IntakeRequest intake, Optional<LmsSystem> from, Optional<GradeSheet> sheet, Instant deadline) {
    public LmsRequest {
        requireNonNull(intake, "intake is null");
        requireNonNull(from, "from is null");
        requireNonNull(sheet, "sheet is null");
        requireNonNull(deadline, "deadline is null");
    }
}
