package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.report.text.Words;
import assay.server.course.Release;
import assay.server.course.ShownResults;
import assay.server.page.AssignmentLine;
import assay.server.page.CourseLine;
import assay.server.page.HomePage;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.store.Course;
import assay.server.store.Grade;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first page, which shows somebody their courses, and what gives all pages their look. */
final class HomeRoutes {
    private final Store store;
    private final Pages pages;
    private final ShownResults results;

    HomeRoutes(Store store, Pages pages, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/server.css",
                        Access.PUBLIC,
                        call -> call.http()
                                .contentType("text/css; charset=utf-8")
                                .result(pages.css())),
                Route.get(
                        "/server.js",
                        Access.PUBLIC,
                        call -> call.http()
                                .contentType("text/javascript; charset=utf-8")
                                .result(pages.script())),
                Route.get("/", Access.SIGNED_IN, this::home));
    }

    private void home(Call call) {
        HomePage page = store.read(tx -> new HomePage(
                PageText.frame("My courses", call.who()),
                CourseRoutes.mine(tx, call.who()).stream()
                        .map(course -> course(tx, call, course))
                        .toList()));
        Html.answer(call.http(), 200, pages.home(page));
    }

    private CourseLine course(Tx tx, Call call, Course course) {
        Optional<Role> role = call.who().admin()
                ? Optional.of(Role.INSTRUCTOR)
                : tx.people().role(course.id(), call.who().id());
        boolean staff = role.filter(own -> own.compareTo(Role.ASSISTANT) >= 0).isPresent();
        return new CourseLine(
                PageText.line(course.title()),
                role.map(own -> own.name().toLowerCase(Locale.ROOT)).orElse(""),
                tx.courses().assignments(course.id()).stream()
                        .map(one -> line(tx, call, one, staff))
                        .toList(),
                staff
                        ? List.of(
                                new Link("Course", CoursePages.address(course.id())),
                                new Link("People", CoursePages.address(course.id()) + "/people"),
                                new Link("Queue", CoursePages.address(course.id()) + "/queue"),
                                new Link("Deliveries", CoursePages.address(course.id()) + "/deliveries"))
                        : List.of());
    }

    private AssignmentLine line(Tx tx, Call call, PublishedAssignment one, boolean staff) {
        Assignment assignment = results.assignment(one);
        String address = PageText.address(one.course(), one.id());
        return new AssignmentLine(
                new Link(PageText.line(one.title()), staff ? address + "/class" : address),
                "due " + Words.instant(one.deadline(), assignment.zone()),
                staff ? "" : standing(tx, call, one));
    }

    private static String standing(Tx tx, Call call, PublishedAssignment one) {
        Optional<Grade> grade = tx.grades()
                .find(one.course(), one.id(), call.who().id())
                .filter(_ -> Release.of(tx, one, call.who().id()).all());
        return grade.map(PageText::counts).orElseGet(() -> {
            int handedIn =
                    tx.submissions().of(one.course(), one.id(), call.who().id()).size();
            return handedIn == 0 ? "nothing handed in yet" : Words.plural(handedIn, "submission", "submissions");
        });
    }
}
