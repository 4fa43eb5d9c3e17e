package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Badge;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.PartResult;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.page.CaseLine;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.SubmissionPage;
import assay.server.store.GradingState;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of one submission, and the report that hangs on it. */
final class ResultRoutes {
    private static final String ONE = "/submissions/{submission}";
    private static final int MESSAGE = 500;

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final Teaching teaching;
    private final ReportPages reports = new ReportPages();

    ResultRoutes(Store store, Pages pages, ShownResults results, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE + "/view", Access.OWNER, this::view),
                Route.get(ONE + "/report", Access.OWNER, this::report),
                Route.post(ONE + "/regrade", Access.OWNER_STAFF_CHANGES, this::regrade));
    }

    private void view(Call call) {
        SubmissionPage page = store.read(tx -> page(tx, call, call.handedIn()));
        Html.answer(call.http(), 200, pages.submission(page));
    }

    private SubmissionPage page(Tx tx, Call call, StoredSubmission submission) {
        Optional<StoredGrading> grading = tx.gradings().ofSubmission(submission.id());
        Optional<ShownResults.Shown> shown = results.forStudent(tx, submission);
        boolean kept = shown.flatMap(ShownResults.Shown::hiddenUntil).isPresent();
        boolean points = shown.isPresent() && (!kept || call.staff());
        GradingState state = grading.map(StoredGrading::state).orElse(GradingState.WAITING);
        boolean waiting = state == GradingState.WAITING || state == GradingState.RUNNING;
        String title = call.staff() && !submission.person().equals(call.who().id())
                ? "Submission of " + submission.person()
                : "Submission";
        return new SubmissionPage(
                PageText.frame(title, call.who()),
                new Link(
                        "Back to " + submission.assignment(),
                        PageText.address(submission.course(), submission.assignment())),
                grading.map(PageText::state).orElse("Waiting for its turn"),
                waiting,
                grading.map(StoredGrading::casesDone).orElse(0),
                Math.max(1, grading.map(StoredGrading::casesTotal).orElse(1)),
                "/api/v1/submissions/" + submission.id() + "/events",
                points && !waiting ? grading.flatMap(StoredGrading::verdict).map(Badge::of) : Optional.empty(),
                points && !waiting ? standing(grading) : "",
                points && !waiting ? shown.map(one -> PageText.standing(one.grading())).orElse("") : "",
                points && !waiting ? shown.map(ResultRoutes::arithmetic).orElse(List.of()) : List.of(),
                call.staff() ? grading.map(ResultRoutes::timeline).orElse(List.of()) : List.of(),
                shown.map(one -> SafeText.visible(one.grading().problem(), MESSAGE))
                        .orElse(""),
                kept ? keptWords(shown.get()) : "",
                kept ? cases(shown.get()) : List.of(),
                points,
                call.staff());
    }

    private static String standing(Optional<StoredGrading> grading) {
        return grading.flatMap(one -> one.total()
                        .map(total -> total + " of "
                                + one.maximum().map(Object::toString).orElse("?") + " points"))
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

    private static List<String> timeline(StoredGrading grading) {
        List<String> lines = new ArrayList<>();
        lines.add("Queued " + at(grading.queuedAt()) 
                + switch (grading.urgency()) {
                    case WAITING -> ", before all others, since its student waits";
                    case CROWD -> ", with the crowd around the deadline";
                    case REGRADE -> ", as a regrade, after all others";
                });
        grading.startedAt()
                .ifPresent(start -> lines.add("Started " + at(start) + " on " + PageText.line(grading.worker())
                        + (grading.tries() > 1 ? ", try " + grading.tries() : "") + ", after "
                        + Words.duration(Duration.between(grading.queuedAt(), start)) + " in the queue"));
        grading.endedAt()
                .ifPresent(end -> lines.add("Ended " + at(end) + ", after "
                        + Words.duration(Duration.between(grading.startedAt().orElse(grading.queuedAt()), end))));
        return lines;
    }

    private static String at(Instant instant) {
        return PageText.brief(instant, ZoneOffset.UTC) + " UTC";
    }

    private static String keptWords(ShownResults.Shown shown) {
        return shown.hiddenUntil()
                .map(at -> "Hidden cases and points are shown from "
                        + Words.instant(at, shown.assignment().zone()) + " on.")
                .orElse("");
    }

    private static List<CaseLine> cases(ShownResults.Shown shown) {
        return shown.grading().parts().stream().flatMap(ResultRoutes::cases).toList();
    }

    private static Stream<CaseLine> cases(PartResult part) {
        return part.cases().stream()
                .map(one -> new CaseLine(
                        PageText.line(part.title()),
                        PageText.line(one.id()),
                        Badge.of(one.verdict()),
                        SafeText.visible(one.message(), MESSAGE)));
    }

    /** The staff sees the hidden cases as well. */
    private void report(Call call) {
        ShownResults.Shown shown = store.read(tx ->
                        call.staff() ? results.whole(tx, call.handedIn()) : results.forStudent(tx, call.handedIn()))
                .filter(one -> one.hiddenUntil().isEmpty())
                .orElseThrow(HttpProblem::notFound);
        reports.answer(call, reports.reports().student(shown.assignment(), shown.grading()));
    }

    private void regrade(Call call) {
        if (teaching.regrade(call.handedIn(), call.who().id()).isEmpty()) {
            throw HttpProblem.notFound();
        }
        Html.redirect(call.http(), "/submissions/" + call.handedIn().id() + "/view");
    }
}
