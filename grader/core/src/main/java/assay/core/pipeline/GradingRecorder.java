package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.desk.DeskWork;
import assay.core.domain.Extension;
import assay.core.domain.Notice;
import assay.core.domain.Submission;
import assay.core.domain.Verdict;
import assay.core.intake.Intake;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.port.Diagnostic;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.score.Scoring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scores what came of a submission, takes lateness off and writes it all down in one record. */
final class GradingRecorder {
    private static final String NO_CODE = "There is no Java source (.java).";

    private final GradingContext context;

    GradingRecorder(GradingContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** There was nothing that could be compiled. */
    Grading refused(Intake.Refused refused) {
        return notRun(HandIn.of(refused), Verdict.PV, refused.reason(), List.of());
    }

    /** As if refused, but through a fault of ours. */
    Grading broken(Intake.Refused unread) {
        return notRun(HandIn.of(unread), Verdict.IE, unread.reason(), List.of());
    }

    /** Nothing ran, for something of ours is broken. */
    Grading notRun(Submission submission, Verdict verdict, String problem, List<Diagnostic> compiler) {
        return notRun(HandIn.of(submission), verdict, problem, compiler);
    }

    /** There was no code, or none is asked for. */
    Grading writtenAlone(Submission submission) {
        Assignment assignment = context.assignment();
        if (!assignment.hasWriting()) {
            return notRun(submission, Verdict.PV, NO_CODE, List.of());
        }
        List<PartResult> parts =
                new DeskWork(assignment, submission).into(Scoring.nothingRan(assignment, Verdict.SK, NO_CODE));
        return graded(submission, List.of(), parts, List.of());
    }

    /** The compiler refused it; what was written beside it counts. */
    Grading rejected(Submission submission, String problem, List<Diagnostic> compiler) {
        Assignment assignment = context.assignment();
        List<PartResult> parts =
                new DeskWork(assignment, submission).into(Scoring.nothingRan(assignment, Verdict.CE, problem));
        return record(HandIn.of(submission), Verdict.CE, problem, compiler, parts);
    }

    /** It ran. */
    Grading graded(Submission submission, List<Diagnostic> compiler, List<PartResult> parts, List<Notice> alsoNoted) {
        HandIn handIn = HandIn.of(submission).noting(alsoNoted);
        return record(handIn, Scoring.verdict(parts), "", compiler, parts);
    }

    private Grading notRun(HandIn handIn, Verdict verdict, String problem, List<Diagnostic> compiler) {
        List<PartResult> parts = Scoring.nothingRan(context.assignment(), verdict, problem);
        return record(handIn, verdict, problem, compiler, parts);
    }

    private Grading record(
            HandIn handIn, Verdict verdict, String problem, List<Diagnostic> compiler, List<PartResult> parts) {
        Assignment assignment = context.assignment();
        Lateness lateness = LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                handIn.extension(),
                handIn.submittedAt(),
                Scoring.raw(assignment, parts),
                assignment.points(),
                assignment.zone());
        return new Grading(
                assignment.id(),
                handIn.student(),
                handIn.submittedAt(),
                verdict,
                problem,
                compiler,
                parts,
                Scoring.score(assignment, parts, lateness),
                lateness,
                handIn.notices(),
                context.provenance(),
                context.fingerprint(handIn.intake()));
    }

    /** What both kinds of intake have. */
    private record HandIn(
            String student, Instant submittedAt, Optional<Extension> extension, List<Notice> notices, Intake intake) {
        static HandIn of(Intake.Refused refused) {
            return new HandIn(
                    refused.student(), refused.submittedAt(), refused.extension(), refused.notices(), refused);
        }

        HandIn noting(List<Notice> more) {
            List<Notice> together =
                    Stream.concat(notices.stream(), more.stream()).toList();
            return new HandIn(student, submittedAt, extension, together, intake);
        }

        static HandIn of(Submission submission) {
            return new HandIn(
                    submission.student(),
                    submission.submittedAt(),
                    submission.extension(),
                    submission.notices(),
                    new Intake.Accepted(submission));
        }
    }
}
