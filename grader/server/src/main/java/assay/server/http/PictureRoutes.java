package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.server.course.ShownResults;
import assay.server.page.ClassPictures;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.PicturesPage;
import assay.server.store.Grade;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A class in pictures, over what counts for each student. */
final class PictureRoutes {
    private final Store store;
    private final Pages pages;
    private final ShownResults results;

    PictureRoutes(Store store, Pages pages, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/courses/{course}/assignments/{assignment}/class/pictures",
                Access.STAFF,
                call -> Html.answer(call.http(), 200, pages.pictures(store.read(tx -> page(tx, call))))));
    }

    private PicturesPage page(Tx tx, Call call) {
        PublishedAssignment newest = ClassRoutes.published(tx, call);
        PublishedAssignment published = results.prevailing(tx, newest);
        Assignment assignment = results.assignment(published);
        List<Grade> all = tx.grades().all(call.course(), call.assignment()).stream()
                .filter(grade -> grade.grading().isPresent())
                .toList();
        List<Grading> gradings = all.stream()
                .flatMap(grade -> grade.grading().stream())
                .flatMap(id -> tx.gradings().find(id).stream())
                .filter(one -> one.assignmentVersion() == assignment.version())
                .flatMap(one -> results.whole(tx, one).stream())
                .map(ShownResults.Shown::grading)
                .filter(Grading::graded)
                .toList();
        Map<String, String> names =
                tx.people().members(call.course()).stream().collect(Collectors.toMap(Member::person, Member::name));
        String address = PageText.address(call.course(), call.assignment());
        List<String> leftOut = ClassRoutes.leftOut(published, newest, all.size() - gradings.size());
        return new PicturesPage(
                PageText.frame("Pictures", call.who()),
                new Link(PageText.line(published.title()), address + "/class"),
                Words.plural(gradings.size(), "student", "students") + ", each with the submission that counts. "
                        + String.join(" ", leftOut),
                ClassPictures.of(
                        gradings,
                        student -> new Link(
                                PageText.line(names.getOrDefault(student, student)),
                                address + "/students/" + PageText.segment(student))));
    }
}
