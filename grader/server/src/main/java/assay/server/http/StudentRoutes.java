package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.Digests;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.report.text.Words;
import assay.server.course.HandInOutcome;
import assay.server.course.InForce;
import assay.server.course.Passback;
import assay.server.course.Release;
import assay.server.course.Revealing;
import assay.server.course.ShownResults;
import assay.server.page.AssignmentPage;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.Rounded;
import assay.server.page.SubmissionLine;
import assay.server.rule.Attempts;
import assay.server.rule.CourseRules;
import assay.server.store.Grade;
import assay.server.store.GrantedExtension;
import assay.server.store.Ids;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page on which somebody hands in, and reads what counts so far. */
final class StudentRoutes {
    static final String BASE = "/courses/{course}/assignments/{assignment}";

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final SubmissionRoutes submissions;
    private final Passback passback;

    StudentRoutes(Site.Parts parts, SubmissionRoutes submissions) {
        this.store = parts.store();
        this.pages = parts.pages();
        this.results = parts.results();
        this.passback = parts.passback();
        this.submissions = requireNonNull(submissions, "submissions is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(BASE, Access.MEMBER, this::assignment),
                Route.post(BASE + "/hand-in", Access.HANDS_IN, this::handIn));
    }

    private void assignment(Call call) {
        AssignmentPage page = store.read(tx -> tx.courses()
                        .assignment(call.course(), call.assignment())
                        .map(published -> page(tx, call, published)))
                .orElseThrow(HttpProblem::notFound);
        Html.answer(call.http(), 200, pages.assignment(page));
    }

    private AssignmentPage page(Tx tx, Call call, PublishedAssignment published) {
        Assignment assignment = results.assignment(published);
        CourseRules rules = InForce.rules(tx, published);
        String person = call.who().id();
        Release release = Release.of(tx, published, person);
        boolean points = call.staff() || release.all();
        List<String> team = InForce.team(tx, rules, person);
        Attempts attempts = InForce.attempts(tx, rules, team);
        Lateness now = lateness(tx, assignment, call, person);
        Map<String, StoredGrading> shown = tx.gradings().shown(call.course(), call.assignment(), person);
        Optional<Grade> grade =
                tx.grades().find(call.course(), call.assignment(), person).filter(_ -> points);
        Optional<String> counting = grade.flatMap(one -> tx.gradings().counting(one));
        List<SubmissionLine> lines = tx.submissions().of(call.course(), call.assignment(), person).stream()
                .map(one -> PageText.submission(
                        one,
                        Optional.ofNullable(shown.get(one.id())),
                        points || release.of(one.id()),
                        counting.filter(one.id()::equals).isPresent(),
                        assignment.zone()))
                .toList();
        String address = PageText.address(call.course(), call.assignment());
        return new AssignmentPage(
                PageText.frame(published.title(), call.who()),
                tx.courses()
                        .find(call.course())
                        .map(course -> PageText.line(course.title()))
                        .orElse(""),
                address,
                "due " + Words.instant(now.deadline(), assignment.zone())
                        + (now.deadline().equals(published.deadline()) ? "" : ", by an extension of yours"),
                now(now, assignment),
                PageText.attempt(attempts),
                now.lateBy().isZero() ? List.of() : now.arithmetic(),
                rules(tx, published, assignment, person),
                PageText.notNow(attempts, assignment.zone()),
                grade.map(PageText::counts).orElse(""),
                points ? passback.of(tx, call.course(), call.assignment(), person) : List.of(),
                lines,
                Ids.at(tx.now()),
                call.staff() ? Optional.of(new Link("The class", address + "/class")) : Optional.empty());
    }

    private static List<String> rules(Tx tx, PublishedAssignment published, Assignment assignment, String person) {
        CourseRules rules = InForce.rules(tx, published);
        List<String> lines = new ArrayList<>(PageText.rules(rules, assignment, tx.now()));
        if (rules.teamSize() > 1) {
            List<String> others = InForce.team(tx, rules, person).stream()
                    .filter(one -> !one.equals(person))
                    .map(tx.people()::name)
                    .map(PageText::line)
                    .toList();
            lines.add(
                    others.isEmpty()
                            ? "You are in no team: what you hand in is yours alone."
                            : "You work with " + String.join(", ", others)
                                    + ": what one of you hands in is everybody's.");
        }
        Revealing.left(tx, published, person)
                .filter(_ -> !Release.of(tx, published, person).all())
                .ifPresent(
                        left -> lines.add("You have " + Words.plural(left, "such choice", "such choices") + " left."));
        return lines;
    }

    /** What lateness would take from somebody who earns everything and hands in now. */
    private static Lateness lateness(Tx tx, Assignment assignment, Call call, String person) {
        return LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                tx.grades().extension(call.course(), call.assignment(), person).flatMap(GrantedExtension::extension),
                tx.now(),
                assignment.points(),
                assignment.points(),
                assignment.zone());
    }

    private static String now(Lateness now, Assignment assignment) {
        if (now.lateBy().isZero()) {
            return "Handed in now, it is on time.";
        }
        return "Handed in now, it is late by " + Rounded.words(now.lateBy()) + ": of " + assignment.points()
                + " points earned, " + assignment.points().minus(now.penalty()) + " would count.";
    }

    private void handIn(Call call) throws IOException {
        Uploads upload = Uploads.of(call.http());
        // A form that is sent twice hands in once; with other files it is another submission.
        Optional<String> key = call.form("once")
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(text -> text + " " + Digests.ofFields(upload.name(), Digests.of(upload.content())));
        HandInOutcome.Stored stored = submissions.handIn(call, upload, key);
        Html.redirect(call.http(), "/submissions/" + stored.submission().id() + "/view");
    }
}
