package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.report.page.Badge;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.PartResult;
import assay.server.course.Revealing;
import assay.server.course.ShownResults;
import assay.server.page.CaseLine;
import assay.server.page.Link;
import assay.server.page.Live;
import assay.server.page.SubmissionPage;
import assay.server.store.PublishedAssignment;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the page of one submission together: for its student what they may see by now, for the staff what they may do. */
final class SubmissionPages {
    private static final int MESSAGE = 500;
    private static final String NOT_YET = "Waiting for its turn";

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
        Optional<PublishedAssignment> published = tx.courses().assignment(submission.course(), submission.assignment());
        ZoneId zone = published.map(results::assignment).map(Assignment::zone).orElse(ZoneOffset.UTC);
        return new SubmissionPage(
                PageText.frame(
                        own ? "Submission" : "Submission of " + tx.people().name(submission.person()), call.who()),
                new Link(title(published, submission), PageText.address(submission.course(), submission.assignment())),
                "handed in " + Words.instant(submission.submittedAt().truncatedTo(ChronoUnit.SECONDS), zone),
                "/submissions/" + submission.id() + "/",
                links(submission, shown, call.staff()),
                state(submission, grading, shown.filter(_ -> points)),
                shown.map(one -> SafeText.visible(one.grading().problem(), MESSAGE))
                        .orElse(""),
                points,
                kept ? keptWords(shown.get(), call.staff()) : "",
                own && kept ? reveal(tx, submission, call.who().id()) : Optional.empty(),
                kept ? cases(shown.get()) : List.of(),
                own ? new SelfCheckPart(results).of(tx, submission, call.who().id()) : Optional.empty(),
                new QueueWay(tx, submission, call.staff(), zone).of(grading, shown.map(ShownResults.Shown::grading)),
                call.staff());
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static String title(Optional<PublishedAssignment> published, StoredSubmission submission) {
        return published.map(one -> PageText.line(one.title())).orElse(submission.assignment());
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static List<Link> links(StoredSubmission submission, Optional<ShownResults.Shown> shown, boolean staff) {
        Link content = new Link("What was handed in", "/api/v1/submissions/" + submission.id() + "/content");
        if (!staff) {
            return List.of(content);
        }
        String assignment = PageText.address(submission.course(), submission.assignment());
        List<Link> links = new ArrayList<>(
                List.of(new Link("The student", assignment + "/students/" + PageText.segment(submission.person()))));
        shown.filter(one -> MarkingPages.parts(one.assignment()).findAny().isPresent())
                .ifPresent(_ -> links.add(new Link("Grade the texts", MarkingPages.address(submission.id()))));
        links.add(content);
        links.add(new Link("The class", assignment + "/class"));
        return links;
    }

    /** @param shown only where points may be seen */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the store has it
    private static SubmissionPage.State state(
            StoredSubmission submission, Optional<StoredGrading> grading, Optional<ShownResults.Shown> shown) {
        boolean waiting = grading.map(StoredGrading::open).orElse(true);
        Optional<ShownResults.Shown> ended = shown.filter(_ -> !waiting);
        return new SubmissionPage.State(
                grading.map(PageText::state).orElse(NOT_YET),
                waiting
                        ? Optional.of(grading.map(one -> live(one, "/events"))
                                .orElse(new Live(NOT_YET, 0, 1, "/api/v1/submissions/" + submission.id() + "/events")))
                        : Optional.empty(),
                ended.flatMap(_ -> grading.flatMap(StoredGrading::verdict)).map(Badge::of),
                ended.flatMap(_ -> grading).map(SubmissionPages::points).orElse(""),
                ended.map(one -> PageText.standing(one.grading())).orElse(""),
                ended.map(SubmissionPages::arithmetic).orElse(List.of()));
    }

    static Live live(StoredGrading grading, String events) {
        return new Live(
                PageText.state(grading),
                grading.casesDone(),
                Math.max(1, grading.casesTotal()),
                "/api/v1/submissions/" + grading.submission() + events);
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

    private static String keptWords(ShownResults.Shown shown, boolean staff) {
        return shown.hiddenUntil()
                .map(at ->
                        (staff ? "Students see hidden cases and points from " : "You see hidden cases and points from ")
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
                                "You may see them at once for "
                                        + Words.plural(left, "more submission", "more submissions")
                                        + " of your choice, such as this one. That cannot be taken back.",
                                "Show me the hidden cases now"));
    }

    static List<CaseLine> cases(ShownResults.Shown shown) {
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
