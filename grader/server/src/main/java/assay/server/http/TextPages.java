package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.report.text.Words;
import assay.core.result.PartResult;
import assay.server.course.ShownResults;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.TextsPage;
import assay.server.store.Grade;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The staff's list of texts that persons grade: those that wait come first. */
final class TextPages {
    private final Store store;
    private final Pages pages;
    private final ShownResults results;

    TextPages(Store store, Pages pages, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(Route.get(
                StudentRoutes.BASE + "/texts",
                Access.STAFF,
                call -> Html.answer(call.http(), 200, pages.texts(store.read(tx -> page(tx, call))))));
    }

    private record Written(String submission, String person, List<PartResult> texts) {
        boolean open() {
            return texts.stream().anyMatch(text -> text.verdict() == Verdict.PD);
        }
    }

    private TextsPage page(Tx tx, Call call) {
        PublishedAssignment published = ClassRoutes.published(tx, call);
        Map<String, String> names =
                tx.people().members(call.course()).stream().collect(Collectors.toMap(Member::person, Member::name));
        List<Written> written = tx.grades().all(call.course(), call.assignment()).stream()
                .flatMap(grade -> written(tx, grade).stream())
                .sorted(Comparator.comparing((Written one) -> !one.open()).thenComparing(Written::person))
                .toList();
        long open = written.stream().filter(Written::open).count();
        return new TextsPage(
                PageText.frame("Texts to grade", call.who()),
                new Link(
                        PageText.line(published.title()), PageText.address(call.course(), call.assignment()) + "/class"),
                written.isEmpty()
                        ? "There are none."
                        : Words.plural(open, "text waits", "texts wait") + " for a person, of " + written.size() + ".",
                written.stream()
                        .map(one -> new TextsPage.Line(
                                new Link(
                                        PageText.line(names.getOrDefault(one.person(), one.person())),
                                        MarkingPages.address(one.submission())),
                                one.open() ? "waits" : "graded",
                                earned(one)))
                        .toList());
    }

    /** The texts of the submission that counts. */
    private Optional<Written> written(Tx tx, Grade grade) {
        return grade.grading().flatMap(tx.gradings()::find).flatMap(grading -> written(tx, grading));
    }

    private Optional<Written> written(Tx tx, StoredGrading grading) {
        return results.whole(tx, grading)
                .map(shown -> new Written(
                        grading.submission(),
                        grading.person(),
                        texts(shown.assignment(), shown)))
                .filter(one -> !one.texts().isEmpty());
    }

    private static List<PartResult> texts(Assignment assignment, ShownResults.Shown shown) {
        return MarkingPages.parts(assignment)
                .flatMap(part -> MarkingPages.written(part, shown.grading()).stream())
                .toList();
    }

    private static String earned(Written one) {
        Points earned = one.texts().stream().map(PartResult::earned).reduce(Points.ZERO, Points::plus);
        Points maximum = one.texts().stream().map(PartResult::maximum).reduce(Points.ZERO, Points::plus);
        return earned + " of " + maximum;
    }
}
