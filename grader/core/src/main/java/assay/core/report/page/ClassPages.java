package assay.core.report.page;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Notice;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts a class into words for its teachers, who may see everything. */
public final class ClassPages {
    private static final int NAME_CAP = 60;
    private static final int TITLE_CAP = 160;
    private static final int TEXT_CAP = 500;

    private final Assignment assignment;
    private final List<Grading> gradings;
    private final Students students;

    private ClassPages(Assignment assignment, Collection<Grading> gradings, Students students) {
        this.assignment = assignment;
        this.gradings = gradings.stream()
                .sorted(Comparator.comparing((Grading one) -> students.name().apply(one.student()))
                        .thenComparing(Grading::student))
                .toList();
        this.students = students;
    }

    /** @param warnings what the run as a whole had to say */
    public static ClassPage of(
            Assignment assignment, Collection<Grading> gradings, List<String> warnings, Students students) {
        return new ClassPages(assignment, gradings, students).page(warnings);
    }

    private ClassPage page(List<String> warnings) {
        ClassFigures figures = new ClassFigures(assignment, gradings);
        return new ClassPage(
                SafeText.line(assignment.title(), TITLE_CAP),
                Words.plural(gradings.size(), "submission", "submissions") + ", "
                        + assignment.points() + " points to earn, due "
                        + Words.instant(assignment.deadline(), assignment.zone()),
                figures.numbers(),
                figures.histogram(),
                figures.parts(),
                figures.misconceptions(),
                warnings.stream().map(each -> SafeText.line(each, TEXT_CAP)).toList(),
                remarks(),
                assignment.parts().stream()
                        .map(part -> SafeText.line(part.title(), TITLE_CAP))
                        .toList(),
                assignment.points().toString(),
                gradings.stream().map(this::row).toList(),
                figures.provenance());
    }

    private List<ClassPage.Remark> remarks() {
        List<ClassPage.Remark> remarks = new ArrayList<>();
        for (Grading grading : gradings) {
            if (grading.verdict() == Verdict.IE
                    || grading.parts().stream().anyMatch(part -> part.verdict() == Verdict.IE)) {
                String ours = "Something of ours broke; grade this submission again. " + grading.problem();
                remarks.add(remark(grading, ours));
            } else if (!grading.problem().isEmpty() && grading.verdict() != Verdict.CE) {
                remarks.add(remark(grading, grading.problem()));
            }
            for (Notice notice : grading.notices()) {
                remarks.add(remark(grading, notice.text()));
            }
        }
        return remarks;
    }

    private ClassPage.Remark remark(Grading grading, String text) {
        return new ClassPage.Remark(
                name(grading), students.page().apply(grading.student()), SafeText.line(text, TEXT_CAP));
    }

    private ClassPage.Row row(Grading grading) {
        return new ClassPage.Row(
                name(grading),
                students.page().apply(grading.student()),
                students.record().apply(grading.student()),
                assignment.parts().stream().map(part -> cell(grading, part)).toList(),
                grading.graded() ? grading.score().raw().toString() : "",
                grading.lateness().lateBy().isZero()
                        ? ""
                        : Words.plural(grading.lateness().days(), "day", "days"),
                !grading.graded() || grading.score().penalty().value().signum() == 0
                        ? ""
                        : "−" + grading.score().penalty(),
                grading.graded() ? grading.score().total() + soFar(grading) : "not graded",
                Badge.of(grading.verdict()));
    }

    private String name(Grading grading) {
        return SafeText.line(students.name().apply(grading.student()), NAME_CAP);
    }

    private static String soFar(Grading grading) {
        return grading.pending().equals(Points.ZERO) ? "" : " so far";
    }

    private static ClassPage.Cell cell(Grading grading, Part part) {
        Optional<PartResult> result = grading.parts().stream()
                .filter(each -> each.id().equals(part.id()))
                .findFirst();
        Verdict verdict = result.map(PartResult::verdict).orElse(grading.verdict());
        Points earned = result.map(PartResult::earned).orElse(Points.ZERO);
        return new ClassPage.Cell(
                SafeText.line(part.title(), TITLE_CAP),
                verdict == Verdict.IE ? "" : earned.toString(),
                Badge.of(verdict));
    }
}
