package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.outbox.Standing;
import assay.server.page.ClassPage;
import assay.server.page.Column;
import assay.server.page.Link;
import assay.server.store.ClassRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who of a class is looked for and how they are sorted, as the address says, so that it can be kept as a link.
 *
 * @param platform whether grades of the course go to a learning platform, and it is worth telling
 */
record ClassFinding(boolean platform, String query, Show show, By by, boolean descending) {
    ClassFinding {
        requireNonNull(query, "query is null");
        requireNonNull(show, "show is null");
        requireNonNull(by, "by is null");
    }

    /**
     * Somebody in the class.
     *
     * @param standing of their grade on platforms; empty where there is none to send
     */
    record Row(ClassRow what, Optional<Standing> standing) {
        Row {
            requireNonNull(what, "what is null");
            requireNonNull(standing, "standing is null");
        }
    }

    /** What the table can be sorted by. */
    enum By {
        NAME("Student", "", by(row -> row.name().toLowerCase(Locale.ROOT))),
        ID("Id", "spare", by(ClassRow::person)),
        POINTS("Points", "end", by(row -> row.points().orElse(Points.ZERO))),
        VERDICT("Verdict", "", by(row -> row.verdict().map(Enum::name).orElse("~"))),
        /** Where a person is needed comes first, and who has nothing to be sent last. */
        PLATFORM(
                "Platform",
                "",
                Comparator.comparing((Row row) -> row.standing().isEmpty())
                        .thenComparing(row -> row.standing().orElse(Standing.ARRIVED))),
        LATE("Late", "end", by(row -> row.daysLate().orElse(0L))),
        SUBMISSIONS("Submissions", "end", by(ClassRow::submissions));

        private final String words;
        private final String tone;
        private final Comparator<Row> order;

        By(String words, String tone, Comparator<Row> order) {
            this.words = words;
            this.tone = tone;
            this.order = order;
        }

        private static <T extends Comparable<T>> Comparator<Row> by(Function<ClassRow, T> key) {
            return Comparator.comparing(row -> key.apply(row.what()));
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who can be looked for besides by name. */
    enum Show {
        ALL("everybody", _ -> true),
        MISSING("who has handed in nothing", row -> row.what().submissions() == 0),
        LATE("whose work is late", row -> row.what().daysLate().orElse(0L) > 0),
        OPEN(
                "who handed in and has no points yet",
                row -> row.what().submissions() > 0 && row.what().points().isEmpty()),
        LESS(
                "who has less than full points",
                row -> row.what().points().isPresent()
                        && !row.what().points().equals(row.what().maximum())),
        AWAY(
                "whose grade has not arrived",
                row -> row.standing().filter(at -> at != Standing.ARRIVED).isPresent());

        private final String words;
        private final Predicate<Row> which;

        Show(String words, Predicate<Row> which) {
            this.words = words;
            this.which = which;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ClassFinding of(Call call, boolean platform) {
        return new ClassFinding(
                platform,
                call.query("q").orElse(""),
                shows(platform)
                        .filter(one ->
                                call.query("show").filter(one.key()::equals).isPresent())
                        .findFirst()
                        .orElse(Show.ALL),
                columns(platform)
                        .filter(one ->
                                call.query("sort").filter(one.key()::equals).isPresent())
                        .findFirst()
                        .orElse(By.NAME),
                call.query("order").filter("descending"::equals).isPresent());
    }

    private static Stream<Show> shows(boolean platform) {
        return Arrays.stream(Show.values()).filter(one -> platform || one != Show.AWAY);
    }

    private static Stream<By> columns(boolean platform) {
        return Arrays.stream(By.values()).filter(one -> platform || one != By.PLATFORM);
    }

    List<Row> find(List<Row> all) {
        String wanted = query.toLowerCase(Locale.ROOT);
        Comparator<Row> order = descending ? by.order.reversed() : by.order;
        return all.stream()
                .filter(show.which)
                .filter(row -> (row.what().name() + " " + row.what().person())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(order.thenComparing(row -> row.what().person()))
                .toList();
    }

    List<ClassPage.Choice> choices() {
        return shows(platform)
                .map(one -> new ClassPage.Choice(one.key(), one.words, one == show))
                .toList();
    }

    /** @param address of the assignment */
    List<Column> columns(String address) {
        return columns(platform).map(column -> column(address, column)).toList();
    }

    private Column column(String address, By column) {
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
}
