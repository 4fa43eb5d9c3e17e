package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.report.page.Badge;
import assay.core.report.text.Words;
import assay.server.course.ShownResults;
import assay.server.page.ClassPage;
import assay.server.page.Column;
import assay.server.page.Link;
import assay.server.page.StudentLine;
import assay.server.store.ClassRow;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of a class: everybody in it, found and sorted as the address says, so that it can be kept as a link. */
final class ClassTable {

    private final ShownResults results;

    ClassTable(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    /** What the table can be sorted by. */
    private enum By {
        NAME("Student", false, Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT))),
        ID("Id", false, Comparator.comparing(ClassRow::person)),
        POINTS("Points", true, Comparator.comparing(row -> row.points().orElse(Points.ZERO))),
        VERDICT(
                "Verdict",
                false,
                Comparator.comparing(row -> row.verdict().map(Enum::name).orElse("~"))),
        LATE("Late", true, Comparator.comparing(row -> row.daysLate().orElse(0L))),
        SUBMISSIONS("Submissions", true, Comparator.comparing(ClassRow::submissions));

        private final String words;
        private final boolean number;
        private final Comparator<ClassRow> order;

        By(String words, boolean number, Comparator<ClassRow> order) {
            this.words = words;
            this.number = number;
            this.order = order;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ClassPage page(Tx tx, Call call, PublishedAssignment published) {
        String query = call.query("q").orElse("");
        boolean descending = call.query("order").filter("descending"::equals).isPresent();
        By by = List.of(By.values()).stream()
                .filter(one -> call.query("sort").filter(one.key()::equals).isPresent())
                .findFirst()
                .orElse(By.NAME);
        Comparator<ClassRow> order = descending ? by.order.reversed() : by.order;
        String wanted = query.toLowerCase(Locale.ROOT);
        List<ClassRow> all = rows(tx, call);
        List<ClassRow> found = all.stream()
                .filter(row -> (row.name() + " " + row.person())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(order.thenComparing(ClassRow::person))
                .toList();
        String address = PageText.address(call.course(), call.assignment());
        return new ClassPage(
                PageText.frame(published.title(), call.who()),
                new Link("Course", CoursePages.address(call.course())),
                AssignmentLinks.of(
                        address, List.of(new Link("grades.csv", address + "/grades.csv")), call.instructs()),
                query,
                List.of(By.values()).stream()
                        .map(column -> column(address, query, column, by, descending))
                        .toList(),
                found.stream().map(row -> line(address, row, published)).toList(),
                standing(all, found));
    }

    private static String standing(List<ClassRow> all, List<ClassRow> found) {
        long handedIn = all.stream().filter(row -> row.submissions() > 0).count();
        return Words.plural(all.size(), "student", "students") + ", " + handedIn + " of them have handed in"
                + (found.size() == all.size() ? "." : "; shown: " + found.size() + ".");
    }

    /** Who teaches is in it as well, once they have handed something in. */
    private static List<ClassRow> rows(Tx tx, Call call) {
        return tx.classes().rows(call.course(), call.assignment()).stream()
                .filter(row -> row.role() == Role.STUDENT || row.submissions() > 0)
                .toList();
    }

    private static Column column(String address, String query, By column, By by, boolean descending) {
        boolean sorted = column == by;
        String order = sorted && !descending ? "descending" : "ascending";
        String sort = sorted ? (descending ? "descending" : "ascending") : "none";
        return new Column(
                new Link(
                        column.words,
                        address + "/class?sort=" + column.key() + "&order=" + order + "&q=" + PageText.segment(query)),
                sort,
                column.number);
    }

    private StudentLine line(String address, ClassRow row, PublishedAssignment published) {
        return new StudentLine(
                new Link(PageText.line(row.name()), address + "/students/" + PageText.segment(row.person())),
                PageText.line(row.person()),
                row.points().map(Points::toString).orElse("–"),
                row.maximum().map(most -> "/ " + most).orElse(""),
                row.verdict().map(Badge::of),
                row.daysLate().map(PageText::late).orElse(""),
                Integer.toString(row.submissions()),
                row.last()
                        .map(at ->
                                PageText.brief(at, results.assignment(published).zone()))
                        .orElse(""));
    }
}
