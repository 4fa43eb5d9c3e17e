package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.domain.Submission;
import assay.core.result.PartResult;
import java.util.List;

/** The written parts of one submission: a pure function of what was handed in, whatever becomes of the code beside it. */
public final class DeskWork {
    /** The file that answers come in. */
    public static final String ANSWERS = "answers.yaml";

    private static final String OTHER_ANSWERS = "answers.yml";

    private final Assignment assignment;
    private final Submission submission;
    private final AnswerSheet sheet;

    public DeskWork(Assignment assignment, Submission submission) {
        this.assignment = requireNonNull(assignment, "assignment is null");
        this.submission = requireNonNull(submission, "submission is null");
        List<AnswersPart> parts = assignment.parts().stream()
                .filter(AnswersPart.class::isInstance)
                .map(AnswersPart.class::cast)
                .toList();
        this.sheet = AnswerSheetReader.read(
                submission.document(ANSWERS).or(() -> submission.document(OTHER_ANSWERS)), parts);
    }

    public PartResult answers(AnswersPart part) {
        return new AnswerJudge(assignment.feedback()).judge(part, sheet);
    }

    public PartResult text(ManualPart part) {
        return ManualText.unmarked(part, submission.document(part.document()));
    }

    /** These results, but for the written parts, which are graded whatever became of the code. */
    public List<PartResult> into(List<PartResult> results) {
        return results.stream()
                .map(result -> assignment.parts().stream()
                        .filter(part -> part.id().equals(result.id()))
                        .map(part -> part instanceof AnswersPart answers
                                ? answers(answers)
                                : part instanceof ManualPart manual ? text(manual) : result)
                        .findFirst()
                        .orElse(result))
                .toList();
    }
}
