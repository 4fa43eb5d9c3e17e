package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.report.HtmlReport;
import assay.core.report.page.Style;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.server.course.ShownResults;
import assay.server.page.DeliveriesPage;
import assay.server.page.DeliveryLine;
import assay.server.page.HistoryLine;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.StudentPage;
import assay.server.store.Delivery;
import assay.server.store.Grade;
import assay.server.store.GrantedExtension;
import assay.server.store.PointsOverride;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of a course's staff. */
final class TeacherRoutes {
    private static final String BASE = "/courses/{course}/assignments/{assignment}";
    private static final int LISTED = 500;

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final GradeRoutes grades;
    private final HtmlReport reports = new HtmlReport();
    private final String policy = Style.load().policy() + "; frame-ancestors 'none'";

    TeacherRoutes(Store store, Pages pages, ShownResults results, GradeRoutes grades) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.grades = requireNonNull(grades, "grades is null");
    }

    List<Route> routes() {
        ClassTable table = new ClassTable(results);
        return List.of(
                Route.get(
                        BASE + "/class",
                        Access.STAFF,
                        call -> Html.answer(
                                call.http(),
                                200,
                                pages.students(store.read(tx -> table.page(tx, call, assignment(tx, call)))))),
                Route.get(BASE + "/class/report", Access.STAFF, this::report),
                Route.get(BASE + "/grades.csv", Access.STAFF, this::csv),
                Route.get(BASE + "/students/{person}", Access.STAFF, this::student),
                Route.post(BASE + "/override", Access.STAFF_CHANGES, this::override),
                Route.post(BASE + "/extend", Access.STAFF_CHANGES, this::extend),
                Route.get("/courses/{course}/deliveries", Access.STAFF, this::deliveries));
    }

    private static PublishedAssignment assignment(Tx tx, Call call) {
        return tx.courses().assignment(call.course(), call.assignment()).orElseThrow(HttpProblem::notFound);
    }

    /** Per part and case how many passed, the histogram of the points, frequent mix-ups: over what counts. */
    private void report(Call call) {
        byte[] page = store.read(tx -> {
            Assignment assignment = results.assignment(assignment(tx, call));
            List<Grade> all = tx.grades().all(call.course(), call.assignment());
            List<Grading> gradings = all.stream()
                    .flatMap(grade -> grade.grading().stream())
                    .flatMap(id -> tx.gradings().find(id).stream())
                    .filter(one -> one.assignmentVersion() == assignment.version())
                    .flatMap(one -> results.whole(tx, one).stream())
                    .map(shown -> shown.grading().inBrief())
                    .toList();
            int older =
                    (int) all.stream().filter(one -> one.grading().isPresent()).count() - gradings.size();
            List<String> warnings = older == 0
                    ? List.of()
                    : List.of(Words.plural(older, "result", "results")
                            + " of an earlier version of the assignment left out here.");
            String base = PageText.address(call.course(), call.assignment()) + "/students/";
            return reports.index(
                    assignment,
                    gradings,
                    warnings,
                    student -> base + PageText.segment(student),
                    student -> base + PageText.segment(student));
        });
        call.http().header("Content-Security-Policy", policy);
        Html.answer(call.http(), 200, page);
    }

    private void csv(Call call) {
        List<Grade> all = store.read(tx -> tx.grades().all(call.course(), call.assignment()));
        call.http()
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"grades.csv\"")
                .result(GradeTable.csv(all).getBytes(StandardCharsets.UTF_8));
    }

    private void student(Call call) {
        StudentPage page = store.read(tx -> student(tx, call, assignment(tx, call), call.path("person")));
        Html.answer(call.http(), 200, pages.student(page));
    }

    private StudentPage student(Tx tx, Call call, PublishedAssignment published, String person) {
        if (tx.people().role(call.course(), person).isEmpty()) {
            throw HttpProblem.notFound();
        }
        ZoneId zone = results.assignment(published).zone();
        String name = tx.people().find(person).map(one -> one.name()).orElse(person);
        Map<String, StoredGrading> shown = tx.gradings().shown(call.course(), call.assignment(), person);
        String address = PageText.address(call.course(), call.assignment());
        return new StudentPage(
                PageText.frame(name, call.who()),
                new Link(PageText.line(published.title()), address + "/class"),
                address,
                person,
                tx.grades()
                        .find(call.course(), call.assignment(), person)
                        .map(TeacherRoutes::words)
                        .orElse("Nothing yet."),
                tx.grades().overrides(call.course(), call.assignment(), person).stream()
                        .map(one -> line(one, zone))
                        .toList(),
                tx.grades().extensions(call.course(), call.assignment(), person).stream()
                        .map(one -> line(one, zone))
                        .toList(),
                tx.submissions().of(call.course(), call.assignment(), person).stream()
                        .map(one -> PageText.submission(one, Optional.ofNullable(shown.get(one.id())), true, zone))
                        .toList());
    }

    private static String words(Grade grade) {
        return grade.points().map(Points::toString).orElse("No points yet") + " of " + grade.maximum()
                + grade.overriddenBy().map(by -> ", set by hand by " + by).orElse("") + ".";
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
        grades.override(
                call,
                call.form("student").orElse(""),
                points,
                call.form("reason").orElse(""));
        back(call);
    }

    private void extend(Call call) {
        Optional<String> hours = call.form("hours").map(text -> {
            if (!text.matches("[0-9]{1,4}")) {
                throw HttpProblem.bad("hours are a whole number");
            }
            return Duration.ofHours(Long.parseLong(text)).toString();
        });
        grades.extend(
                call,
                call.form("student").orElse(""),
                Optional.empty(),
                hours,
                call.form("reason").orElse(""));
        back(call);
    }

    private static void back(Call call) {
        Html.redirect(
                call.http(),
                PageText.address(call.course(), call.assignment()) + "/students/"
                        + PageText.segment(call.form("student").orElse("")));
    }

    private void deliveries(Call call) {
        List<DeliveryLine> lines = store.read(tx -> tx.courses().deliveries(call.course(), LISTED)).stream()
                .map(TeacherRoutes::line)
                .toList();
        Html.answer(
                call.http(),
                200,
                pages.deliveries(new DeliveriesPage(PageText.frame("Deliveries", call.who()), call.course(), lines)));
    }

    private static DeliveryLine line(Delivery one) {
        return new DeliveryLine(
                instant(one.createdAt()),
                one.kind(),
                PageText.line(one.target()),
                PageText.line(one.subject()),
                one.state(),
                Integer.toString(one.tries()),
                PageText.line(one.lastAnswer()));
    }

    private static String instant(Instant instant) {
        return PageText.brief(instant, ZoneOffset.UTC);
    }
}
