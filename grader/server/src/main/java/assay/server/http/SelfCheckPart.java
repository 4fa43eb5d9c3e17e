package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import assay.server.course.InForce;
import assay.server.course.SelfChecking;
import assay.server.course.ShownResults;
import assay.server.page.SubmissionPage;
import assay.server.store.PublishedAssignment;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.List;
import java.util.Optional;

/** What a submission's page says of having it graded once more: whether one may, how far it is, what came of the last. */
final class SelfCheckPart {
    private final ShownResults results;

    SelfCheckPart(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    Optional<SubmissionPage.SelfCheck> of(Tx tx, StoredSubmission submission, String person) {
        Optional<StoredGrading> last = tx.gradings().selfCheck(submission.id());
        return tx.courses()
                .assignment(submission.course(), submission.assignment())
                .flatMap(published -> offer(tx, published, submission, person))
                .map(offer -> new SubmissionPage.SelfCheck(
                        offer,
                        last.filter(StoredGrading::open).map(one -> SubmissionPages.live(one, "/self-check/events")),
                        last.filter(one -> !one.open())
                                .map(SelfCheckPart::words)
                                .orElse(""),
                        last.flatMap(one -> results.publicCases(tx, one))
                                .map(SubmissionPages::cases)
                                .orElse(List.of())));
    }

    /** Empty while there is nothing to check. */
    private Optional<SubmissionPage.Offer> offer(
            Tx tx, PublishedAssignment published, StoredSubmission submission, String person) {
        SelfChecking.Leave leave = SelfChecking.leave(tx, InForce.rules(tx, published), submission, person);
        return switch (leave) {
            case SelfChecking.Leave.NothingYet _ -> Optional.empty();
            case SelfChecking.Leave.Granted _ ->
                Optional.of(new SubmissionPage.Offer(
                        "Have this submission graded once more, by version " + published.version()
                                + " of the assignment, and see its public cases. It costs no attempt and changes no"
                                + " grade.",
                        "Check it again"));
            case SelfChecking.Leave.UnderWay(StoredGrading open) ->
                Optional.of(new SubmissionPage.Offer(
                        open.submission().equals(submission.id())
                                ? "It is being checked. It costs no attempt and changes no grade."
                                : "Another submission of yours is being checked; this one may come after it.",
                        ""));
            case SelfChecking.Leave.CoolingDown wait ->
                Optional.of(new SubmissionPage.Offer(
                        "The next self-check is possible from "
                                + Words.instant(
                                        wait.until(),
                                        results.assignment(published).zone())
                                + " on.",
                        ""));
        };
    }

    private static String words(StoredGrading check) {
        return switch (check.state()) {
            case WAITING, RUNNING -> "";
            case GRADED -> "By version " + check.assignmentVersion() + ", the public cases:";
            case SET_ASIDE -> "Something of ours broke; the check may be asked for again.";
        };
    }
}
