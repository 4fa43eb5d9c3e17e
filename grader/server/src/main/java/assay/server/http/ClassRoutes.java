package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.report.page.Students;
import assay.core.report.page.Way;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.server.course.ShownResults;
import assay.server.page.Pages;
import assay.server.store.Grade;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages about a whole class. */
final class ClassRoutes {
    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final ClassTable table;
    private final ReportPages reports = new ReportPages();

    ClassRoutes(Store store, Pages pages, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.table = new ClassTable(results);
    }

    List<Route> routes() {
        return List.of(
                Route.get(StudentRoutes.BASE + "/class", Access.STAFF, this::table),
                Route.get(StudentRoutes.BASE + "/class/report", Access.STAFF, this::report),
                Route.get(StudentRoutes.BASE + "/grades.csv", Access.STAFF, this::csv));
    }

    private void table(Call call) {
        Html.answer(call.http(), 200, pages.students(store.read(tx -> table.page(tx, call, published(tx, call)))));
    }

    /** The newest version of the assignment that the route names. */
    static PublishedAssignment published(Tx tx, Call call) {
        return tx.courses().assignment(call.course(), call.assignment()).orElseThrow(HttpProblem::notFound);
    }

    /** Per part and case how many passed, the histogram of the points, frequent mix-ups: over what counts. */
    private void report(Call call) {
        byte[] page = store.read(tx -> {
            PublishedAssignment newest = published(tx, call);
            PublishedAssignment shown = results.prevailing(tx, newest);
            Assignment assignment = results.assignment(shown);
            List<Grade> all = tx.grades().all(call.course(), call.assignment());
            List<Grading> gradings = results.brief(tx, call.course(), assignment);
            int others =
                    (int) all.stream().filter(one -> one.grading().isPresent()).count() - gradings.size();
            List<String> warnings = leftOut(shown, newest, others);
            Map<String, String> names =
                    tx.people().members(call.course()).stream().collect(Collectors.toMap(Member::person, Member::name));
            String base = PageText.address(call.course(), call.assignment()) + "/students/";
            return reports.reports()
                    .index(
                            assignment,
                            gradings,
                            warnings,
                            new Students(
                                    student -> names.getOrDefault(student, student),
                                    student -> base + PageText.segment(student),
                                    student -> base + PageText.segment(student)),
                            ways(call, assignment));
        });
        reports.answer(call, page);
    }

    /** What the staff's pages of a class say where results of other versions than the one shown count. */
    static List<String> leftOut(PublishedAssignment shown, PublishedAssignment newest, int others) {
        List<String> lines = new ArrayList<>();
        if (shown.version() != newest.version()) {
            lines.add("By version " + shown.version() + ", which graded most of what counts; the newest is version "
                    + newest.version() + ".");
        }
        if (others > 0) {
            lines.add(Words.plural(others, "result", "results") + " by another version left out here.");
        }
        return lines;
    }

    private static List<Way> ways(Call call, Assignment assignment) {
        String address = PageText.address(call.course(), call.assignment());
        return List.of(
                new Way("Assay", "/"),
                new Way("Course", CoursePages.address(call.course())),
                new Way(PageText.line(assignment.title()), address + "/class"),
                new Way("Pictures", address + "/class/pictures"),
                new Way("Texts to grade", address + "/texts"));
    }

    private void csv(Call call) {
        List<Grade> all = store.read(tx -> tx.grades().all(call.course(), call.assignment()));
        call.http()
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"grades.csv\"")
                .result(GradeTable.csv(all).getBytes(StandardCharsets.UTF_8));
    }
}
