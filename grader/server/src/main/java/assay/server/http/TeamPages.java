package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.intake.CsvTable;
import assay.core.report.text.Words;
import assay.server.course.InForce;
import assay.server.course.ShownResults;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.TeamsPage;
import assay.server.rule.CourseRules;
import assay.server.store.Member;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import assay.server.store.Tx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The staff's page of who works together: made one by one, or by a table. */
final class TeamPages {
    private static final String TEAMS = StudentRoutes.BASE + "/teams";

    private final Store store;
    private final Pages pages;
    private final ShownResults results;

    TeamPages(Store store, Pages pages, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(TEAMS, Access.STAFF, call -> answer(call, 200, List.of(), TeamsPage.Team.NONE)),
                Route.post(TEAMS, Access.STAFF_CHANGES, this::one),
                Route.post(TEAMS + "/table", Access.STAFF_CHANGES, this::table));
    }

    private void answer(Call call, int status, List<String> problems, TeamsPage.Team wanted) {
        Html.answer(call.http(), status, pages.teams(store.read(tx -> page(tx, call, problems, wanted))));
    }

    private TeamsPage page(Tx tx, Call call, List<String> problems, TeamsPage.Team wanted) {
        PublishedAssignment published = ClassRoutes.published(tx, call);
        CourseRules rules = InForce.rules(tx, published);
        String address = PageText.address(call.course(), call.assignment());
        Map<String, String> students = tx.people().members(call.course()).stream()
                .filter(member -> member.role() == Role.STUDENT)
                .collect(Collectors.toMap(Member::person, TeamPages::shown, (first, _) -> first, LinkedHashMap::new));
        Map<String, List<String>> teams = tx.teams().all(call.course(), call.assignment());
        Set<String> placed = teams.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return new TeamsPage(
                PageText.frame("Teams", call.who()),
                new Link(PageText.line(results.assignment(published).title()), address + "/class"),
                address + "/teams",
                rules.teamSize() == 1
                        ? "By the rules everybody works alone."
                        : "By the rules up to " + rules.teamSize() + " may work together.",
                new Link("Rules", address + "/rules"),
                rules.teamSize() > 1,
                call.query("done")
                        .filter(number -> number.matches("[0-9]{1,4}"))
                        .map(number -> Words.plural(Long.parseLong(number), "team is", "teams are") + " set.")
                        .orElse(""),
                problems,
                wanted,
                teams.entrySet().stream()
                        .map(team -> new TeamsPage.Team(
                                team.getKey(),
                                team.getValue().stream()
                                        .map(person -> students.getOrDefault(person, PageText.line(person)))
                                        .toList(),
                                String.join("\n", team.getValue())))
                        .toList(),
                students.entrySet().stream()
                        .filter(student -> !placed.contains(student.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static String shown(Member member) {
        return PageText.line(member.name() + " (" + member.person() + ")");
    }

    private void one(Call call) {
        String name = call.form("team").orElse("");
        String members = call.form("members").orElse("");
        List<String> people = Stream.of(members.split("[\\s,;]+"))
                .filter(person -> !person.isEmpty())
                .distinct()
                .toList();
        put(
                call,
                List.of(new TeamRoutes.Team(name, people)),
                new TeamsPage.Team(PageText.line(name), List.of(), String.join("\n", people)));
    }

    /** All of the table, or, where a line of it is wrong, nothing. */
    private void table(Call call) throws IOException {
        CsvTable table = PeoplePages.read(CoursePages.upload(call, "table"), Set.of("team", "student"));
        List<String> problems = new ArrayList<>(table.problems());
        Map<String, List<String>> teams = new LinkedHashMap<>();
        Set<String> placed = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            String student = row.cell("student");
            if (row.cell("team").isEmpty() || student.isEmpty()) {
                problems.add(row.at() + ": the team or the student is missing");
            } else if (!placed.add(student)) {
                problems.add(row.at() + ": " + student + " is in two lines");
            }
            teams.computeIfAbsent(row.cell("team"), _ -> new ArrayList<>()).add(student);
        }
        if (!problems.isEmpty()) {
            answer(call, 422, problems.stream().map(PageText::line).toList(), TeamsPage.Team.NONE);
            return;
        }
        put(
                call,
                teams.entrySet().stream()
                        .map(team -> new TeamRoutes.Team(team.getKey(), team.getValue()))
                        .toList(),
                TeamsPage.Team.NONE);
    }

    private void put(Call call, List<TeamRoutes.Team> teams, TeamsPage.Team wanted) {
        try {
            TeamRoutes.put(store, call, teams);
        } catch (HttpProblem problem) {
            answer(call, problem.status(), List.of(words(problem)), wanted);
            return;
        }
        Html.redirect(call.http(), PageText.address(call.course(), call.assignment()) + "/teams?done=" + teams.size());
    }

    private static String words(HttpProblem problem) {
        String about = Stream.of("detail", "student", "team")
                .filter(problem.more()::containsKey)
                .map(name -> String.valueOf(problem.more().get(name)))
                .collect(Collectors.joining(", "));
        return PageText.line(problem.title() + (about.isEmpty() ? "" : " (" + about + ")"));
    }
}
