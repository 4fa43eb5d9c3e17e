package assay.core.intake;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Extension;
import assay.core.domain.Notice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something was handed in, and until when it could be.
 *
 * @param notices how that is known, where somebody should look at it
 */
record HandIn(Instant submittedAt, Optional<Extension> extension, List<Notice> notices) {
    HandIn {
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(extension, "extension is null");
        notices = List.copyOf(notices);
    }

    /** Nobody said when. */
    static HandIn guessed(Instant fileTime, String whose) {
        Instant shown = fileTime.truncatedTo(ChronoUnit.MILLIS);
        Notice guess = new Notice(
                "Neither submissions.csv nor submission.yaml says when this was handed in. Taken instead: the time of "
                        + whose + ", " + shown + ".");
        return new HandIn(shown, Optional.empty(), List.of(guess));
    }

    /** With the extension that was granted elsewhere, if there is one. */
    HandIn withGranted(Optional<Extension> granted) {
        return granted.isEmpty() ? this : new HandIn(submittedAt, granted, notices);
    }

    HandIn withNotice(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new HandIn(submittedAt, extension, more);
    }
}
