package assay.core.publish;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerSpec.Fixed;
import assay.core.assignment.AnswerSpec.Following;
import assay.core.assignment.AnswerSpec.Unseen;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.AnswerValue.Flag;
import assay.core.assignment.AnswerValue.OfNumbers;
import assay.core.assignment.AnswerValue.Word;
import assay.core.assignment.Assignment;
import assay.core.assignment.Part.AnswersPart;
import assay.core.desk.DeskWork;
import assay.core.domain.Points;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.formula.Formula;
import assay.core.formula.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether answers can be had for nothing: a sheet of zeros, or of ones, may earn a third of a part at most. A single row
 * may well be 0, 1, true or false.
 */
public final class FreeAnswers {
    private static final int SHARE = 3;

    private FreeAnswers() {}

    /** The parts of which such a sheet earns more. */
    public static List<PublishingProblem> of(Assignment assignment) {
        List<PublishingProblem> problems = new ArrayList<>();
        for (int number = 0; number <= 1; number++) {
            Submission sheet = submission(assignment, number);
            DeskWork desk = new DeskWork(assignment, sheet);
            for (AnswersPart part : parts(assignment)) {
                Points earned = desk.answers(part).earned();
                if (earned.compareTo(part.points().fraction(1, SHARE)) > 0) {
                    problems.add(new PublishingProblem(
                            part.id(),
                            DeskWork.ANSWERS,
                            "a sheet of nothing but %d earns %s of %s points; ask for more that is neither 0 nor 1"
                                    .formatted(number, earned, part.points())));
                }
            }
        }
        return problems;
    }

    private static Submission submission(Assignment assignment, int number) {
        StringBuilder yaml = new StringBuilder();
        for (AnswersPart part : parts(assignment)) {
            yaml.append(part.id()).append(":\n");
            part.rows()
                    .forEach(row -> answer(row, number)
                            .ifPresent(answer -> yaml.append("  ")
                                    .append(row.id())
                                    .append(": ")
                                    .append(answer)
                                    .append('\n')));
        }
        return new Submission(
                "nobody",
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                List.of(new SourceFile(DeskWork.ANSWERS, yaml.toString())),
                "",
                List.of());
    }

    private static Optional<String> answer(AnswerSpec row, int number) {
        return switch (row.expected()) {
            case Fixed(AnswerValue value) -> alike(value, number);
            case Following(Formula _, AnswerValue value) -> alike(value, number);
            case Unseen _ -> Optional.empty();
        };
    }

    /** Of the same form and shape. */
    private static Optional<String> alike(AnswerValue value, int number) {
        return switch (value) {
            case OfNumbers(Numbers numbers) ->
                Optional.of(new Numbers(
                                numbers.shape(),
                                Collections.nCopies(numbers.values().size(), (double) number))
                        .toString());
            case Flag _ -> Optional.of(number == 1 ? "true" : "false");
            case Word _ -> Optional.empty();
        };
    }

    private static List<AnswersPart> parts(Assignment assignment) {
        return assignment.parts().stream()
                .filter(AnswersPart.class::isInstance)
                .map(AnswersPart.class::cast)
                .toList();
    }
}
