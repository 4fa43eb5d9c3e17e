package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Way;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.page.Pages;
import assay.server.store.Store;
import java.util.List;

/** The page of one submission, and the report that hangs on it. */
final class ResultRoutes {
    private static final String ONE = "/submissions/{submission}";

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final Teaching teaching;
    private final SubmissionPages submissions;
    private final ReportPages reports = new ReportPages();

    ResultRoutes(Store store, Pages pages, ShownResults results, Teaching teaching) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
        this.submissions = new SubmissionPages(results);
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        ONE + "/view",
                        Access.OWNER,
                        call -> Html.answer(
                                call.http(), 200, pages.submission(store.read(tx -> submissions.page(tx, call))))),
                Route.get(ONE + "/report", Access.OWNER, this::report),
                Route.post(ONE + "/regrade", Access.OWNER_STAFF_CHANGES, this::regrade));
    }

    /** The staff sees the hidden cases as well. */
    private void report(Call call) {
        ShownResults.Shown shown = store.read(tx ->
                        call.staff() ? results.whole(tx, call.handedIn()) : results.forStudent(tx, call.handedIn()))
                .filter(one -> one.hiddenUntil().isEmpty())
                .orElseThrow(HttpProblem::notFound);
        List<Way> ways = List.of(
                new Way("Assay", "/"),
                new Way(
                        PageText.line(shown.assignment().title()),
                        PageText.address(call.course(), call.assignment()) + (call.staff() ? "/class" : "")),
                new Way("This submission", "/submissions/" + call.handedIn().id() + "/view"));
        String name = store.read(tx -> tx.people().name(call.handedIn().person()));
        reports.answer(call, reports.reports().student(shown.assignment(), shown.grading(), name, ways));
    }

    private void regrade(Call call) {
        if (teaching.regrade(call.handedIn(), call.who().id()).isEmpty()) {
            throw HttpProblem.notFound();
        }
        Html.redirect(call.http(), "/submissions/" + call.handedIn().id() + "/view");
    }
}
