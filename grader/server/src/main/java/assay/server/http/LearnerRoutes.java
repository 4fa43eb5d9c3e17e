package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.report.text.Words;
import assay.server.course.ShownResults;
import assay.server.outbox.Arrival;
import assay.server.outbox.Arrivals;
import assay.server.outbox.ClassArrivals;
import assay.server.outbox.Standing;
import assay.server.page.ArrivalLine;
import assay.server.page.HistoryLine;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.StudentPage;
import assay.server.store.Grade;
import assay.server.store.GrantedExtension;
import assay.server.store.Ids;
import assay.server.store.PointsOverride;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff's page of one student, and the grade that is set there by hand. */
final class LearnerRoutes {
    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final GradeRoutes grades;

    LearnerRoutes(Store store, Pages pages, ShownResults results, GradeRoutes grades) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.grades = requireNonNull(grades, "grades is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(StudentRoutes.BASE + "/students/{person}", Access.STAFF, this::student),
                Route.post(StudentRoutes.BASE + "/override", Access.STAFF_CHANGES, this::override));
    }

    private void student(Call call) {
        StudentPage page = store.read(tx -> student(tx, call, ClassRoutes.published(tx, call), call.path("person")));
        Html.answer(call.http(), 200, pages.student(page));
    }

    private StudentPage student(Tx tx, Call call, PublishedAssignment published, String person) {
        if (tx.people().role(call.course(), person).isEmpty()) {
            throw HttpProblem.notFound();
        }
        ZoneId zone = results.assignment(published).zone();
        String name = tx.people().find(person).map(one -> one.name()).orElse(person);
        Map<String, StoredGrading> shown = tx.gradings().shown(call.course(), call.assignment(), person);
        Optional<Grade> grade = tx.grades().find(call.course(), call.assignment(), person);
        Optional<String> counting = grade.flatMap(one -> tx.gradings().counting(one));
        String address = PageText.address(call.course(), call.assignment());
        return new StudentPage(
                PageText.frame(name, call.who()),
                new Link(PageText.line(published.title()), address + "/class"),
                address,
                person,
                "due " + Words.instant(published.deadline(), zone),
                zone.getId(),
                grade.map(LearnerRoutes::words).orElse("Nothing yet."),
                new Arrivals(tx)
                        .of(call.course(), call.assignment(), person).stream()
                                .map(one -> line(call, one, zone))
                                .toList(),
                notSent(tx, call, person),
                tx.grades().overrides(call.course(), call.assignment(), person).stream()
                        .map(one -> line(one, zone))
                        .toList(),
                tx.grades().extensions(call.course(), call.assignment(), person).stream()
                        .map(one -> line(one, zone))
                        .toList(),
                tx.submissions().of(call.course(), call.assignment(), person).stream()
                        .map(one -> PageText.submission(
                                one,
                                Optional.ofNullable(shown.get(one.id())),
                                true,
                                counting.filter(one.id()::equals).isPresent(),
                                zone))
                        .toList(),
                Ids.at(tx.now()));
    }

    private static String words(Grade grade) {
        return grade.points().map(Points::toString).orElse("No points yet") + " of " + grade.maximum() + " points"
                + grade.overriddenBy().map(by -> ", set by hand by " + by).orElse("") + ".";
    }

    private static String notSent(Tx tx, Call call, String person) {
        ClassArrivals arrivals = new ClassArrivals(tx);
        if (!arrivals.connected(call.course())) {
            return "";
        }
        Optional<Standing> standing = arrivals.of(call.course(), call.assignment(), person);
        return standing.map(at -> switch (at) {
                    case NOWHERE ->
                        "There is nothing to send the grade to: the platform has no column for this assignment, or has"
                                + " not told us of this student, which it does when they come here from it.";
                    case KEPT_BACK -> "The grade is sent when students may see it.";
                    case WAITING, HELD, REFUSED, GIVEN_UP, ARRIVED -> "The grade is on its way.";
                })
                .orElse("");
    }

    private static ArrivalLine line(Call call, Arrival one, ZoneId zone) {
        return new ArrivalLine(
                PageText.line(Outward.standing(one, zone)),
                one.sent().map(Points::toString).orElse("none"),
                PageText.line(one.lastAnswer()),
                DeliveryRoutes.action(call.course(), call.assignment(), one));
    }

    private static HistoryLine line(PointsOverride one, ZoneId zone) {
        return new HistoryLine(
                PageText.brief(one.setAt(), zone),
                one.setBy(),
                one.points().map(points -> points + " points").orElse("taken back"),
                one.reason());
    }

    private static HistoryLine line(GrantedExtension one, ZoneId zone) {
        return new HistoryLine(
                PageText.brief(one.setAt(), zone),
                one.setBy(),
                one.until()
                        .map(until -> "until " + Words.instant(until, zone))
                        .or(() -> one.bySeconds().map(more -> Words.duration(more) + " more"))
                        .orElse("taken back"),
                one.reason());
    }

    private void override(Call call) {
        Optional<BigDecimal> points;
        try {
            points = call.form("points").map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw HttpProblem.bad("points are a number such as 7.5");
        }
        String student = call.form("student").orElse("");
        grades.override(call, student, points, call.form("reason").orElse(""));
        Html.redirect(call.http(), address(call, student));
    }

    /** Of the page of one student. */
    static String address(Call call, String student) {
        return PageText.address(call.course(), call.assignment()) + "/students/" + PageText.segment(student);
    }
}
