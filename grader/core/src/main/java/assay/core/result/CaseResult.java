package assay.core.result;

import static java.util.Objects.requireNonNull;

import assay.core.compare.TensorComparison;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * What came of one case. Holds everything; what a student may see of it is decided in the reports.
 *
 * @param message one or two sentences to the student: what is wrong, and where
 * @param comparison where an output came
 * @param misconception explanation of the wrong variant that the output equals; empty where there is none
 * @param stack the student's own frames, where the code threw
 * @param printed what the code printed, capped; of a text that a person grades, the text
 */
public record CaseResult(
        String id,
        Visibility visibility,
        Verdict verdict,
        String message,
        Optional<TensorComparison> comparison,
        String misconception,
        List<String> stack,
        String printed,
        RunUsage usage) {
    public CaseResult {
        requireNonNull(id, "id is null");
        requireNonNull(visibility, "visibility is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(message, "message is null");
        requireNonNull(comparison, "comparison is null");
        requireNonNull(misconception, "misconception is null");
        requireNonNull(printed, "printed is null");
        requireNonNull(usage, "usage is null");
        stack = List.copyOf(stack);
    }

    /** Without what the code printed. */
    public CaseResult withoutPrinted() {
        return new CaseResult(id, visibility, verdict, message, comparison, misconception, stack, "", usage);
    }

    /** What the pages of a class need: neither numbers nor pictures nor a stranger's text, which take up the memory. */
    CaseResult inBrief() {
        return new CaseResult(id, visibility, verdict, "", Optional.empty(), misconception, List.of(), "", usage);
    }
}
