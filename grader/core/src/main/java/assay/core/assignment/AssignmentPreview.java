package assay.core.assignment;

import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.assignment.Part.TrainingPart;
import assay.core.domain.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a student will know of an assignment besides its statement: parts, points, public cases, questions, rubrics. */
public final class AssignmentPreview {
    private AssignmentPreview() {}

    /** Lines that end with a line feed. Made from what {@link Assignment#publicOnly} leaves, and the number of the rest. */
    public static String of(Assignment assignment) {
        Assignment shown = assignment.publicOnly();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s points in %d parts, due %s"
                .formatted(
                        assignment.title(),
                        assignment.points(),
                        assignment.parts().size(),
                        assignment.deadline().atZone(assignment.zone()).toOffsetDateTime()));
        for (Part part : assignment.parts()) {
            lines.add("");
            lines.add("%s (%s, %s points)".formatted(part.title(), part.id(), part.points()));
            if (part instanceof TrainingPart training) {
                lines.addAll(items(training));
                continue;
            }
            shown.parts().stream()
                    .filter(other -> other.id().equals(part.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            visible -> lines.addAll(lines(assignment, part, visible)),
                            () -> lines.add("  " + hidden(assignment.cases(part).size()) + "."));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(Assignment assignment, Part whole, Part visible) {
        return switch (visible) {
            case KernelPart kernel -> cases(assignment, whole, kernel.cases(), "implements " + contract(kernel));
            case SpeedupPart speedup -> cases(assignment, whole, speedup.cases(), "measured");
            case AgreementPart agreement ->
                List.of("  " + agreement.left() + " and " + agreement.right() + " give the same outputs.");
            case AnswersPart answers ->
                answers.rows().stream()
                        .map(row -> "  %s: %s — %s%s"
                                .formatted(
                                        row.id(),
                                        row.question(),
                                        row.expected().kind().words(),
                                        row.visibility() == Visibility.PUBLIC ? " (told when wrong)" : ""))
                        .toList();
            case TrainingPart training -> items(training);
            case ManualPart manual ->
                manual.rubric().stream()
                        .map(item -> "  %s, %s points: %s".formatted(manual.document(), item.points(), item.about()))
                        .toList();
        };
    }

    /** All of it: nothing that a run must show is hidden. */
    private static List<String> items(TrainingPart training) {
        TrainingSpec spec = training.spec();
        List<String> lines = new ArrayList<>();
        lines.add("  trains %s on %s, at most %d epochs and %d minutes"
                .formatted(
                        spec.network(), spec.data(), spec.epochs(), spec.wall().toMinutes()));
        training.items().forEach(item -> lines.add("  %s, %s points".formatted(item.id(), item.points())));
        return lines;
    }

    private static List<String> cases(Assignment assignment, Part whole, List<CaseSpec> cases, String how) {
        String open = cases.stream().map(CaseSpec::id).collect(Collectors.joining(", "));
        int hidden = assignment.cases(whole).size() - cases.size();
        return List.of("  " + how, "  public: " + open + (hidden == 0 ? "" : "; besides, " + hidden(hidden)));
    }

    private static String contract(KernelPart part) {
        return part.kernel().contract().getSimpleName()
                + part.form().map(form -> " marked @Form(" + form + ")").orElse("");
    }

    private static String hidden(int count) {
        return count == 1 ? "1 hidden case" : count + " hidden cases";
    }
}
