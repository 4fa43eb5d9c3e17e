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
import assay.server.store.Grade;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of a class: everybody in it, found and sorted as the address says, so that it can be kept as a link. */
final class ClassTable {
    private static final int SEEN = 100_000;

    private final ShownResults results;

    ClassTable(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    private record Row(Member member, Optional<Grade> grade, int submissions, Optional<Instant> last) {
        Points points() {
            return grade.flatMap(Grade::points).orElse(Points.ZERO);
        }
    }

    /** What the table can be sorted by. */
    private enum By {
        NAME("Student", false, Comparator.comparing(row -> row.member().name().toLowerCase(Locale.ROOT))),
        ID("Id", false, Comparator.comparing(row -> row.member().person())),
        POINTS("Points", true, Comparator.comparing(Row::points)),
        VERDICT(
                "Verdict",
                false,
                Comparator.comparing(row ->
                        row.grade().flatMap(Grade::verdict).map(Enum::name).orElse("~"))),
        LATE(
                "Late",
                true,
                Comparator.comparing(row -> row.grade().map(Grade::daysLate).orElse(0L))),
        SUBMISSIONS("Submissions", true, Comparator.comparing(Row::submissions));

        private final String words;
        private final boolean number;
        private final Comparator<Row> order;

        By(String words, boolean number, Comparator<Row> order) {
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
        Comparator<Row> order = descending ? by.order.reversed() : by.order;
        String wanted = query.toLowerCase(Locale.ROOT);
        List<Row> all = rows(tx, call);
        List<Row> found = all.stream()
                .filter(row -> (row.member().name() + " " + row.member().person())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(order.thenComparing(row -> row.member().person()))
                .toList();
        String address = PageText.address(call.course(), call.assignment());
        return new ClassPage(
                PageText.frame(published.title(), call.who()),
                call.course(),
                address,
                query,
                List.of(By.values()).stream()
                        .map(column -> column(address, query, column, by, descending))
                        .toList(),
                found.stream().map(row -> line(address, row, published)).toList(),
                standing(all, found));
    }

    private static String standing(List<Row> all, List<Row> found) {
        long handedIn = all.stream().filter(row -> row.submissions() > 0).count();
        return Words.plural(all.size(), "student", "students") + ", " + handedIn + " of them have handed in"
                + (found.size() == all.size() ? "." : "; shown: " + found.size() + ".");
    }

    private static List<Row> rows(Tx tx, Call call) {
        Map<String, Grade> grades = tx.grades().all(call.course(), call.assignment()).stream()
                .collect(Collectors.toMap(Grade::person, Function.identity()));
        Map<String, List<StoredSubmission>> submissions =
                tx.submissions().of(call.course(), call.assignment(), SEEN).stream()
                        .collect(Collectors.groupingBy(StoredSubmission::person));
        return tx.people().members(call.course()).stream()
                .filter(member -> member.role() == Role.STUDENT || submissions.containsKey(member.person()))
                .map(member -> {
                    List<StoredSubmission> own = submissions.getOrDefault(member.person(), List.of());
                    return new Row(
                            member,
                            Optional.ofNullable(grades.get(member.person())),
                            own.size(),
                            own.stream().map(StoredSubmission::submittedAt).max(Comparator.naturalOrder()));
                })
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

    private StudentLine line(String address, Row row, PublishedAssignment published) {
        return new StudentLine(
                new Link(
                        PageText.line(row.member().name()),
                        address + "/students/" + PageText.segment(row.member().person())),
                PageText.line(row.member().person()),
                row.grade().flatMap(Grade::points).map(Points::toString).orElse("–"),
                row.grade().map(grade -> "/ " + grade.maximum()).orElse(""),
                row.grade().flatMap(Grade::verdict).map(Badge::of),
                row.grade().map(grade -> PageText.late(grade.daysLate())).orElse(""),
                Integer.toString(row.submissions()),
                row.last()
                        .map(at ->
                                PageText.brief(at, results.assignment(published).zone()))
                        .orElse(""));
    }
}
