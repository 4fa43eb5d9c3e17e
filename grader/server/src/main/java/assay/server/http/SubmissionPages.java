package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.PartResult;
import assay.server.course.HandingIn;
import assay.server.course.Revealing;
import assay.server.course.SelfChecking;
import assay.server.course.ShownResults;
import assay.server.page.CaseLine;
import assay.server.page.Link;
import assay.server.page.SubmissionPage;
import assay.server.store.GradingState;
import assay.server.store.PublishedAssignment;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the page of one submission together: for its student what they may see by now, for the staff what they may do. */
final class SubmissionPages {
    private static final int MESSAGE = 500;

    private final ShownResults results;

    SubmissionPages(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    SubmissionPage page(Tx tx, Call call) {
        StoredSubmission submission = call.handedIn();
        Optional<StoredGrading> grading = tx.gradings().ofSubmission(submission.id());
        Optional<ShownResults.Shown> shown = results.forStudent(tx, submission);
        boolean kept = shown.flatMap(ShownResults.Shown::hiddenUntil).isPresent();
        boolean points = shown.isPresent() && (!kept || call.staff());
        boolean own = tx.submissions().owners(submission).contains(call.who().id());
        return new SubmissionPage(
                PageText.frame(own ? "Submission" : "Submission of " + submission.person(), call.who()),
                new Link(
                        "Back to " + submission.assignment(),
                        PageText.address(submission.course(), submission.assignment())),
                "/submissions/" + submission.id() + "/",
                call.staff() ? links(submission, shown) : List.of(),
                state(submission, grading, shown.filter(_ -> points)),
                shown.map(one -> SafeText.visible(one.grading().problem(), MESSAGE))
                        .orElse(""),
                points,
                kept ? keptWords(shown.get()) : "",
                own && kept ? reveal(tx, submission, call.who().id()) : Optional.empty(),
                kept ? cases(shown.get()) : List.of(),
                own ? selfCheck(tx, submission, call.who().id()) : Optional.empty(),
                new QueueWay(tx, submission, call.staff()).of(grading, shown.map(ShownResults.Shown::grading)),
                call.staff());
    }

    private static List<Link> links(StoredSubmission submission, Optional<ShownResults.Shown> shown) {
        String assignment = PageText.address(submission.course(), submission.assignment());
        List<Link> links = new ArrayList<>(
                List.of(new Link("The student", assignment + "/students/" + PageText.segment(submission.person()))));
        shown.filter(one -> MarkingPages.parts(one.assignment()).findAny().isPresent())
                .ifPresent(_ -> links.add(new Link("Grade the texts", MarkingPages.address(submission.id()))));
        links.add(new Link("What was handed in", "/api/v1/submissions/" + submission.id() + "/content"));
        links.add(new Link("The class", assignment + "/class"));
        return links;
    }

    /** @param shown only where points may be seen */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static SubmissionPage.State state(
            StoredSubmission submission, Optional<StoredGrading> grading, Optional<ShownResults.Shown> shown) {
        GradingState state = grading.map(StoredGrading::state).orElse(GradingState.WAITING);
        boolean waiting = state == GradingState.WAITING || state == GradingState.RUNNING;
        Optional<ShownResults.Shown> ended = shown.filter(_ -> !waiting);
        return new SubmissionPage.State(
                grading.map(PageText::state).orElse("Waiting for its turn"),
                waiting,
                grading.map(StoredGrading::casesDone).orElse(0),
                Math.max(1, grading.map(StoredGrading::casesTotal).orElse(1)),
                "/api/v1/submissions/" + submission.id() + "/events",
                ended.flatMap(_ -> grading.flatMap(StoredGrading::verdict)).map(Badge::of),
                ended.flatMap(_ -> grading).map(SubmissionPages::points).orElse(""),
                ended.map(one -> PageText.standing(one.grading())).orElse(""),
                ended.map(SubmissionPages::arithmetic).orElse(List.of()));
    }

    private static String points(StoredGrading grading) {
        return grading.total()
                .map(total ->
                        total + " of " + grading.maximum().map(Object::toString).orElse("?") + " points")
                .orElse("");
    }

    private static List<String> arithmetic(ShownResults.Shown shown) {
        boolean late = !shown.grading().lateness().lateBy().isZero();
        return late
                ? shown.grading().lateness().arithmetic().stream()
                        .map(PageText::line)
                        .toList()
                : List.of();
    }

    private static String keptWords(ShownResults.Shown shown) {
        return shown.hiddenUntil()
                .map(at -> "Hidden cases and points are shown from "
                        + Words.instant(at, shown.assignment().zone()) + " on.")
                .orElse("");
    }

    private static Optional<SubmissionPage.Offer> reveal(Tx tx, StoredSubmission submission, String person) {
        return tx.courses()
                .assignment(submission.course(), submission.assignment())
                .flatMap(published -> Revealing.left(tx, published, person))
                .map(left -> left == 0
                        ? new SubmissionPage.Offer("You have no reveal left to see them before.", "")
                        : new SubmissionPage.Offer(
                                "You may see them at once of "
                                        + Words.plural(left, "more submission", "more submissions")
                                        + " of your choice, such as this one. That cannot be taken back.",
                                "Show me the hidden cases now"));
    }

    private Optional<SubmissionPage.SelfCheck> selfCheck(Tx tx, StoredSubmission submission, String person) {
        Optional<StoredGrading> last = tx.gradings().selfCheck(submission.id());
        return tx.courses()
                .assignment(submission.course(), submission.assignment())
                .flatMap(published -> offer(tx, published, submission, person))
                .map(offer -> new SubmissionPage.SelfCheck(
                        offer,
                        last.map(one -> words(one)).orElse(""),
                        last.flatMap(one -> results.publicCases(tx, one))
                                .map(SubmissionPages::cases)
                                .orElse(List.of())));
    }

    /** Empty while there is nothing to check. */
    private Optional<SubmissionPage.Offer> offer(
            Tx tx, PublishedAssignment published, StoredSubmission submission, String person) {
        SelfChecking.Leave leave = SelfChecking.leave(tx, HandingIn.rules(tx, published), submission, person);
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
                                ? "It is being checked; look at this page again in a while."
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
            case WAITING, RUNNING -> PageText.state(check) + ".";
            case GRADED -> "By version " + check.assignmentVersion() + ", the public cases:";
            case SET_ASIDE -> "Something of ours broke; the check may be asked for again.";
        };
    }

    private static List<CaseLine> cases(ShownResults.Shown shown) {
        return shown.grading().parts().stream().flatMap(SubmissionPages::cases).toList();
    }

    private static Stream<CaseLine> cases(PartResult part) {
        return part.cases().stream()
                .map(one -> new CaseLine(
                        PageText.line(part.title()),
                        PageText.line(one.id()),
                        Badge.of(one.verdict()),
                        SafeText.visible(one.message(), MESSAGE)));
    }
}
