package assay.core.report.page;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.Lateness;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a grading into words for its student. Give it what the redaction left. */
public final class StudentPages {
    private static final int NAME_CAP = 80;
    private static final int TITLE_CAP = 160;
    private static final int TEXT_CAP = 2000;
    private static final int NOTICES = 30;

    private StudentPages() {}

    /** @param name what the student is called */
    public static StudentPage of(Assignment assignment, Grading grading, String name) {
        String total = grading.graded() ? grading.score().total().toString() : "";
        String maximum = grading.score().maximum().toString();
        return new StudentPage(
                SafeText.line(assignment.title(), TITLE_CAP),
                SafeText.line(name, NAME_CAP),
                Badge.of(grading.verdict()),
                total,
                maximum,
                grading.graded() ? total + " of " + maximum + " points" + soFar(grading) : "Not graded",
                grading.score().raw().toString(),
                !grading.graded() || grading.score().penalty().value().signum() == 0
                        ? ""
                        : "−" + grading.score().penalty(),
                SafeText.visible(grading.problem(), TEXT_CAP),
                standing(grading),
                !grading.lateness().lateBy().isZero(),
                grading.graded() ? lines(grading.lateness().arithmetic()) : List.of(),
                lines(grading.notices().stream()
                        .limit(NOTICES)
                        .map(notice -> notice.text())
                        .toList()),
                CompilerViews.of(grading.compiler()),
                hiddenRule(assignment),
                parts(grading),
                provenance(grading));
    }

    private static String soFar(Grading grading) {
        return grading.pending().equals(Points.ZERO) ? "" : " so far";
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(text -> SafeText.line(text, TEXT_CAP)).toList();
    }

    private static String standing(Grading grading) {
        Lateness lateness = grading.lateness();
        if (!grading.graded()) {
            return "Not graded yet: something of ours broke. It costs you nothing.";
        }
        if (lateness.lateBy().isZero()) {
            return "Handed in on time.";
        }
        String late = "Handed in " + Words.duration(lateness.lateBy()) + " late: ";
        return grading.score().penalty().value().signum() == 0
                ? late + "nothing is taken off."
                : late + grading.score().raw() + " earned, " + grading.score().penalty() + " taken off.";
    }

    private static String hiddenRule(Assignment assignment) {
        if (assignment.parts().stream().noneMatch(StudentPages::hides)) {
            return "";
        }
        return switch (assignment.feedback()) {
            case COUNT -> "Some cases are hidden; of these, this assignment tells only how many passed.";
            case VERDICT ->
                "Some cases are hidden; of these, this assignment tells the verdict and, if the output"
                        + " equals a known mix-up, which one.";
            case ERROR ->
                "Some cases are hidden; of these, this assignment tells verdict and error and, if the output equals a"
                        + " known mix-up, which one, but no value.";
        };
    }

    private static boolean hides(Part part) {
        List<CaseSpec> cases = switch (part) {
            case Part.KernelPart kernel -> kernel.cases();
            case Part.SpeedupPart speedup -> speedup.cases();
            // Its cases are those of two kernel parts; what is written has none, and what a run must show is public.
            case Part.AgreementPart _, Part.AnswersPart _, Part.ManualPart _, Part.TrainingPart _ -> List.of();
        };
        return cases.stream().anyMatch(each -> each.visibility() == Visibility.HIDDEN);
    }

    private static List<PartView> parts(Grading grading) {
        List<PartView> views = new ArrayList<>();
        for (PartResult part : grading.parts()) {
            views.add(part(part, "part-" + (views.size() + 1)));
        }
        return views;
    }

    private static PartView part(PartResult part, String anchor) {
        Set<String> explained = new HashSet<>();
        List<CaseView> cases = part.cases().stream()
                .map(result -> CaseViews.of(result, explained))
                .toList();
        return new PartView(
                anchor,
                SafeText.line(part.title(), TITLE_CAP),
                Badge.of(part.verdict()),
                part.verdict() == Verdict.IE ? "–" : part.earned().toString(),
                part.maximum().toString(),
                percent(part),
                SafeText.visible(part.note(), TEXT_CAP),
                tally(part.cases()),
                cases.stream().filter(each -> !each.plain()).toList(),
                cases.stream().filter(CaseView::plain).toList(),
                part.curve().filter(curve -> !curve.points().isEmpty()).map(CurveView::of));
    }

    private static int percent(PartResult part) {
        if (part.maximum().value().signum() == 0) {
            return 0;
        }
        int percent = part.earned()
                .value()
                .movePointRight(2)
                .divide(part.maximum().value(), 0, RoundingMode.DOWN)
                .intValue();
        return Math.clamp(percent, 0, 100);
    }

    private static String tally(List<CaseResult> cases) {
        long passed =
                cases.stream().filter(result -> result.verdict() == Verdict.AC).count();
        if (passed == cases.size()) {
            return "";
        }
        boolean open = cases.stream().allMatch(result -> result.visibility() == Visibility.PUBLIC);
        String all = open
                ? Words.plural(cases.size(), "public case", "public cases")
                : Words.plural(cases.size(), "case", "cases");
        return passed + " of " + all + " passed";
    }

    private static List<Fact> provenance(Grading grading) {
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, String> entry : grading.provenance().entries().entrySet()) {
            facts.add(new Fact(SafeText.line(entry.getKey(), NAME_CAP), SafeText.line(entry.getValue(), TEXT_CAP)));
        }
        facts.add(new Fact("fingerprint", SafeText.line(grading.fingerprint(), TITLE_CAP)));
        return facts;
    }
}
