package assay.core.result;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Notice;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.Score;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.port.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * One evaluation of one submission; a regrade is a new one.
 *
 * @param verdict of the whole: AC if everything is accepted, CE if nothing compiled, PV if the submission could not be
 *     read, else the foremost of its parts' verdicts: IE, CE, PV, MLE, TLE, OLE, RTE, WA, SK in this order
 * @param problem why there is nothing to grade: unreadable, empty, refused by the compiler; empty otherwise
 * @param compiler what the compiler said
 * @param fingerprint digest of all that the result depends on, to tell whether grading again could change anything
 */
public record Grading(
        String assignment,
        String student,
        Instant submittedAt,
        Verdict verdict,
        String problem,
        List<Diagnostic> compiler,
        List<PartResult> parts,
        Score score,
        Lateness lateness,
        List<Notice> notices,
        Provenance provenance,
        String fingerprint) {
    public Grading {
        requireNonNull(assignment, "assignment is null");
        requireNonNull(student, "student is null");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(problem, "problem is null");
        requireNonNull(score, "score is null");
        requireNonNull(lateness, "lateness is null");
        requireNonNull(provenance, "provenance is null");
        requireNonNull(fingerprint, "fingerprint is null");
        compiler = List.copyOf(compiler);
        parts = List.copyOf(parts);
        notices = List.copyOf(notices);
    }

    /** Whether its points count. Where something of ours broke they do not: they are published nowhere. */
    public boolean graded() {
        return verdict != Verdict.IE;
    }

    /** The points that a person has still to decide on: until then, the score is one so far. */
    public Points pending() {
        return parts.stream()
                .filter(part -> part.verdict() == Verdict.PD)
                .map(part -> part.maximum().minus(part.earned()))
                .reduce(Points.ZERO, Points::plus);
    }

    /** The same grades without what takes up memory: for the pages of a class, which may have thousands. */
    public Grading inBrief() {
        return new Grading(
                assignment,
                student,
                submittedAt,
                verdict,
                problem,
                List.of(),
                parts.stream().map(PartResult::inBrief).toList(),
                score,
                lateness,
                notices,
                provenance,
                fingerprint);
    }
}
