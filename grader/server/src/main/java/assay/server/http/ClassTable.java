package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.report.page.Badge;
import assay.core.report.text.Words;
import assay.server.course.ShownResults;
import assay.server.outbox.ClassArrivals;
import assay.server.outbox.Standing;
import assay.server.page.ClassPage;
import assay.server.page.Link;
import assay.server.page.StudentLine;
import assay.server.store.ClassRow;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Tx;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of a class: everybody in it, and what counts for them. */
final class ClassTable {

    private final ShownResults results;

    ClassTable(ShownResults results) {
        this.results = requireNonNull(results, "results is null");
    }

    ClassPage page(Tx tx, Call call, PublishedAssignment published) {
        ClassArrivals arrivals = new ClassArrivals(tx);
        boolean platform = arrivals.connected(call.course());
        ClassFinding finding = ClassFinding.of(call, platform);
        List<ClassFinding.Row> all =
                rows(tx, call, platform ? arrivals.of(call.course(), call.assignment()) : Map.of());
        List<ClassFinding.Row> found = finding.find(all);
        String address = PageText.address(call.course(), call.assignment());
        ZoneId zone = results.assignment(published).zone();
        return new ClassPage(
                PageText.frame(published.title(), call.who()),
                new Link(
                        tx.courses()
                                .find(call.course())
                                .map(course -> PageText.line(course.title()))
                                .orElse("Course"),
                        CoursePages.address(call.course())),
                "due " + Words.instant(published.deadline(), zone) + ", version " + published.version(),
                zone.getId(),
                AssignmentLinks.of(address, links(call, address, platform), call.instructs()),
                address,
                done(call),
                finding.query(),
                finding.choices(),
                finding.columns(address),
                found.stream().map(row -> line(address, row, zone)).toList(),
                standing(all, found),
                platform);
    }

    private static List<Link> links(Call call, String address, boolean platform) {
        Link grades = new Link("grades.csv", address + "/grades.csv");
        return platform
                ? List.of(grades, new Link("Deliveries", CoursePages.address(call.course()) + "/deliveries"))
                : List.of(grades);
    }

    private static String done(Call call) {
        return call.query("extended")
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(number -> Words.plural(Long.parseLong(number), "student has", "students have") + " more time now.")
                .orElse("");
    }

    private static String standing(List<ClassFinding.Row> all, List<ClassFinding.Row> found) {
        long handedIn = all.stream().filter(row -> row.what().submissions() > 0).count();
        return Words.plural(all.size(), "student", "students") + ", " + handedIn + " of them have handed in"
                + (found.size() == all.size() ? "." : "; shown: " + found.size() + ".");
    }

    /** Who teaches is in it as well, once they have handed something in. */
    private static List<ClassFinding.Row> rows(Tx tx, Call call, Map<String, Standing> standings) {
        return tx.classes().rows(call.course(), call.assignment()).stream()
                .filter(row -> row.role() == Role.STUDENT || row.submissions() > 0)
                .map(row -> new ClassFinding.Row(row, Optional.ofNullable(standings.get(row.person()))))
                .toList();
    }

    private static StudentLine line(String address, ClassFinding.Row row, ZoneId zone) {
        ClassRow what = row.what();
        return new StudentLine(
                new Link(PageText.line(what.name()), address + "/students/" + PageText.segment(what.person())),
                PageText.line(what.person()),
                what.points().map(Points::toString).orElse("–"),
                what.maximum().map(most -> "/ " + most).orElse(""),
                what.overriddenBy().isPresent(),
                what.verdict().map(Badge::of),
                what.daysLate().map(PageText::late).orElse(""),
                Integer.toString(what.submissions()),
                row.standing().map(Standing::words).orElse(""),
                what.last().map(at -> PageText.brief(at, zone)).orElse(""));
    }
}
