package assay.server.http;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.late.Lateness;
import assay.core.report.page.Badge;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.server.page.Frame;
import assay.server.page.Link;
import assay.server.page.SubmissionLine;
import assay.server.rule.Attempts;
import assay.server.rule.CourseRules;
import assay.server.store.Grade;
import assay.server.store.GradingState;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pages say, in words. */
public final class PageText {
    static final int CAP = 160;
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private PageText() {}

    public static Frame frame(String title, Caller caller) {
        return new Frame(line(title), line(caller.person().name()), caller.admin());
    }

    public static String line(String text) {
        return SafeText.line(text, CAP);
    }

    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String address(String course, String assignment) {
        return "/courses/" + segment(course) + "/assignments/" + segment(assignment);
    }

    /** For tables, whose page names the zone once. */
    public static String brief(Instant instant, ZoneId zone) {
        return BRIEF.format(instant.atZone(zone));
    }

    static Link submission(StoredSubmission submission, ZoneId zone) {
        return new Link(brief(submission.submittedAt(), zone), "/submissions/" + submission.id() + "/view");
    }

    /** @param counts whether its points are the grade */
    static SubmissionLine submission(
            StoredSubmission submission, Optional<StoredGrading> grading, boolean points, boolean counts, ZoneId zone) {
        Optional<StoredGrading> shown = grading.filter(one -> points && one.state() == GradingState.GRADED);
        return new SubmissionLine(
                submission(submission, zone),
                grading.map(PageText::state).orElse("waiting"),
                shown.flatMap(StoredGrading::verdict).map(Badge::of),
                shown.flatMap(StoredGrading::total).map(Points::toString).orElse(""),
                shown.flatMap(StoredGrading::daysLate).map(PageText::late).orElse(""),
                counts);
    }

    static String late(long days) {
        return days == 0 ? "" : Words.plural(days, "day", "days");
    }

    static String state(StoredGrading grading) {
        return switch (grading.state()) {
            case WAITING -> "Waiting for its turn";
            case RUNNING -> grading.casesDone() + " of " + grading.casesTotal() + " cases done";
            case GRADED -> "Graded";
            case SET_ASIDE -> "Something of ours broke. It costs you nothing, not even an attempt.";
        };
    }

    static Optional<Badge> badge(Optional<Verdict> verdict) {
        return verdict.map(Badge::of);
    }

    /** The rules as a student should know them before handing in. */
    static List<String> rules(CourseRules rules, Assignment assignment, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(rules.attempts()
                .map(most -> "You have " + Words.plural(most, "attempt", "attempts")
                        + " in all; one that fails through a fault of ours does not count.")
                .orElse("You may hand in as often as you like."));
        if (!rules.coolDown().isZero()) {
            lines.add("Between two attempts there are at least " + Words.duration(rules.coolDown()) + ".");
        }
        lines.add(
                switch (rules.counting()) {
                    case BEST -> "The submission with the most points counts.";
                    case LAST -> "The submission handed in last counts.";
                });
        if (rules.teamSize() > 1) {
            lines.add("You may work together, up to " + rules.teamSize() + " in a team; a submission of one counts for"
                    + " all of them, and so does an attempt.");
        }
        rules.reveals()
                .ifPresent(most -> lines.add("Hidden cases and points are kept back: you may see them at once for "
                        + Words.plural(most, "submission", "submissions")
                        + " of your choice, and for all "
                        + rules.releaseAt()
                                .map(at -> "from " + Words.instant(at, assignment.zone()) + " on.")
                                .orElse("after your deadline.")));
        rules.releaseAt()
                .filter(_ -> rules.reveals().isEmpty())
                .filter(now::isBefore)
                .ifPresent(at -> lines.add("Hidden cases and points are shown from "
                        + Words.instant(at, assignment.zone()) + " on; public cases at once."));
        return lines;
    }

    /** What is left after the next one. */
    static String attempt(Attempts attempts) {
        return switch (attempts) {
            case Attempts.Allowed(Optional<Integer> left) ->
                left.map(more -> more == 0
                                ? "It is your last attempt."
                                : "After it you have " + Words.plural(more, "attempt", "attempts") + " left.")
                        .orElse("");
            case Attempts.Exhausted _, Attempts.CoolingDown _ -> "";
        };
    }

    /** Why it has these points and no others: what lateness took. */
    static String standing(Grading grading) {
        Lateness lateness = grading.lateness();
        if (lateness.lateBy().isZero()) {
            return "Handed in on time.";
        }
        String late = "Handed in " + Words.duration(lateness.lateBy()) + " late: ";
        return lateness.penalty().equals(Points.ZERO)
                ? late + "nothing is taken off."
                : late + grading.score().raw() + " earned, " + lateness.penalty() + " taken off.";
    }

    static String notNow(Attempts attempts, ZoneId zone) {
        return switch (attempts) {
            case Attempts.Allowed _ -> "";
            case Attempts.Exhausted(int all) -> "All " + all + " attempts are used.";
            case Attempts.CoolingDown(Instant until) ->
                "The next attempt is possible from " + Words.instant(until, zone) + " on.";
        };
    }

    static String counts(Grade grade) {
        return grade.points()
                        .map(points -> points + " of " + grade.maximum() + " points")
                        .orElse("not graded yet")
                + (grade.overriddenBy().isPresent() ? ", set by a teacher" : "");
    }
}
