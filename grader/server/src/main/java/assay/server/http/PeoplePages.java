package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.intake.CsvTable;
import assay.core.report.text.Words;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.PeoplePage;
import assay.server.store.Member;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who is in a course: one by one, or as a table. */
final class PeoplePages {
    private static final String PEOPLE = CoursePages.COURSE + "/people";

    private final Store store;
    private final Pages pages;
    private final AccountRoutes accounts;

    PeoplePages(Store store, Pages pages, AccountRoutes accounts) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.accounts = requireNonNull(accounts, "accounts is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(PEOPLE, Access.STAFF, call -> answer(call, 200, done(call), "", List.of())),
                Route.post(PEOPLE, Access.INSTRUCTOR, this::one),
                Route.post(PEOPLE + "/table", Access.INSTRUCTOR, this::table),
                Route.post(PEOPLE + "/{person}/sign-in-link", Access.ADMIN, this::link));
    }

    private static String done(Call call) {
        return call.query("done")
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(number -> Words.plural(Long.parseLong(number), "person is", "people are") + " in the course now.")
                .orElse("");
    }

    private void answer(Call call, int status, String done, String link, List<String> problems) {
        PeoplePage page = store.read(tx -> page(tx, call, done, link, problems));
        Html.answer(call.http(), status, pages.people(page));
    }

    private static PeoplePage page(Tx tx, Call call, String done, String link, List<String> problems) {
        String title = tx.courses()
                .find(call.course())
                .orElseThrow(HttpProblem::notFound)
                .title();
        return new PeoplePage(
                PageText.frame("People", call.who()),
                new Link(PageText.line(title), CoursePages.address(call.course())),
                tx.people().members(call.course()).stream()
                        .map(member -> line(call, member))
                        .toList(),
                call.instructs(),
                done,
                link,
                problems);
    }

    private static PeoplePage.Line line(Call call, Member member) {
        String link =
                CoursePages.address(call.course()) + "/people/" + PageText.segment(member.person()) + "/sign-in-link";
        return new PeoplePage.Line(
                PageText.line(member.person()),
                PageText.line(member.name()),
                PageText.line(member.email()),
                member.role().name().toLowerCase(Locale.ROOT),
                PageText.brief(member.since(), ZoneOffset.UTC),
                call.who().admin() ? link : "");
    }

    private void one(Call call) {
        enrol(
                call,
                List.of(new MemberRoutes.Enrolment(
                        call.form("id").orElse(""),
                        call.form("name").orElse(null),
                        call.form("email").orElse(null),
                        call.form("role").orElse(null))));
    }

    /** All of the table, or, where a line of it is wrong, nothing. */
    private void table(Call call) throws IOException {
        CsvTable table = read(CoursePages.upload(call, "table"), Set.of("id"));
        List<String> problems = new ArrayList<>(table.problems());
        List<MemberRoutes.Enrolment> people = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            MemberRoutes.Enrolment one = new MemberRoutes.Enrolment(
                    row.cell("id"),
                    row.cell("name").isEmpty() ? null : row.cell("name"),
                    row.cell("email").isEmpty() ? null : row.cell("email"),
                    row.cell("role").isEmpty() ? null : row.cell("role"));
            MemberRoutes.problem(one).ifPresent(why -> problems.add(row.at() + ": " + why));
            people.add(one);
        }
        if (!problems.isEmpty()) {
            answer(call, 422, "", "", problems.stream().map(PageText::line).toList());
            return;
        }
        enrol(call, people);
    }

    static CsvTable read(byte[] csv, Set<String> required) throws IOException {
        Path folder = Files.createTempDirectory("assay-table");
        Path file = folder.resolve("table.csv");
        try {
            Files.write(file, csv);
            return CsvTable.read(file, required);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void enrol(Call call, List<MemberRoutes.Enrolment> people) {
        MemberRoutes.enrol(store, call, people);
        Html.redirect(call.http(), CoursePages.address(call.course()) + "/people?done=" + people.size());
    }

    private void link(Call call) {
        String course = call.course();
        if (store.read(tx -> tx.people().role(course, call.path("person"))).isEmpty()) {
            throw HttpProblem.notFound();
        }
        answer(call, 201, "", accounts.signInLink(call.who().id(), call.path("person")), List.of());
    }
}
