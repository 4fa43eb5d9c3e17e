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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The table of a class: everybody in it, found and sorted as the address says, so that it can be kept as a link. */
final class ClassTable {

    private final ShownResults results;

    ClassTable(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    /** What the table can be sorted by. */
    private enum By {
        NAME("Student", "", Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT))),
        ID("Id", "spare", Comparator.comparing(ClassRow::person)),
        POINTS("Points", "end", Comparator.comparing(row -> row.points().orElse(Points.ZERO))),
        VERDICT(
                "Verdict",
                "",
                Comparator.comparing(row -> row.verdict().map(Enum::name).orElse("~"))),
        LATE("Late", "end", Comparator.comparing(row -> row.daysLate().orElse(0L))),
        SUBMISSIONS("Submissions", "end", Comparator.comparing(ClassRow::submissions));

        private final String words;
        private final String tone;
        private final Comparator<ClassRow> order;

        By(String words, String tone, Comparator<ClassRow> order) {
            this.words = words;
            this.tone = tone;
            this.order = order;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who can be looked for besides by name. */
    private enum Show {
        ALL("everybody", _ -> true),
        MISSING("who has handed in nothing", row -> row.submissions() == 0),
        LATE("whose work is late", row -> row.daysLate().orElse(0L) > 0),
        OPEN(
                "who handed in and has no points yet",
                row -> row.submissions() > 0 && row.points().isEmpty()),
        LESS(
                "who has less than full points",
                row -> row.points().isPresent() && !row.points().equals(row.maximum()));

        private final String words;
        private final Predicate<ClassRow> which;

        Show(String words, Predicate<ClassRow> which) {
            this.words = words;
            this.which = which;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(Call call) {
            return Arrays.stream(values())
                    .filter(one -> call.query("show").filter(one.key()::equals).isPresent())
                    .findFirst()
                    .orElse(ALL);
        }
    }

    ClassPage page(Tx tx, Call call, PublishedAssignment published) {
        Show show = Show.of(call);
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
                .filter(show.which)
                .filter(row -> (row.name() + " " + row.person())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(order.thenComparing(ClassRow::person))
                .toList();
        String address = PageText.address(call.course(), call.assignment());
        return new ClassPage(
                PageText.frame(published.title(), call.who()),
                new Link(
                        tx.courses()
                                .find(call.course())
                                .map(course -> PageText.line(course.title()))
                                .orElse("Course"),
                        CoursePages.address(call.course())),
                AssignmentLinks.of(address, List.of(new Link("grades.csv", address + "/grades.csv")), call.instructs()),
                address,
                done(call),
                query,
                Arrays.stream(Show.values())
                        .map(one -> new ClassPage.Choice(one.key(), one.words, one == show))
                        .toList(),
                Arrays.stream(By.values())
                        .map(column -> column(address, query, show, column, by, descending))
                        .toList(),
                found.stream().map(row -> line(address, row, published)).toList(),
                standing(all, found));
    }

    private static String done(Call call) {
        return call.query("extended")
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(number -> Words.plural(Long.parseLong(number), "student has", "students have") + " more time now.")
                .orElse("");
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

    private static Column column(String address, String query, Show show, By column, By by, boolean descending) {
        boolean sorted = column == by;
        String order = sorted && !descending ? "descending" : "ascending";
        String sort = sorted ? (descending ? "descending" : "ascending") : "none";
        return new Column(
                new Link(
                        column.words,
                        address + "/class?sort=" + column.key() + "&order=" + order + "&show=" + show.key() + "&q="
                                + PageText.segment(query)),
                sort,
                column.tone);
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
