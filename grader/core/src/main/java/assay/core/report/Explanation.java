package assay.core.report;

import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result in plain text, for formats that take no more. Give it what {@link Redaction} left. */
final class Explanation {
    private static final int TEXT_CAP = 2000;
    private static final int LINE_CAP = 300;
    private static final int STACK_CAP = 20;
    private static final int DIAGNOSTICS_CAP = 20;

    private Explanation() {}

    static String of(CaseResult result) {
        List<String> lines = new ArrayList<>();
        if (!result.message().isEmpty()) {
            lines.add(SafeText.visible(result.message(), TEXT_CAP));
        }
        if (!result.misconception().isEmpty()) {
            lines.add(SafeText.visible(result.misconception(), TEXT_CAP));
        }
        result.comparison().flatMap(Explanation::of).ifPresent(lines::add);
        result.stack().stream().limit(STACK_CAP).forEach(frame -> lines.add("    " + SafeText.line(frame, LINE_CAP)));
        return String.join("\n", lines);
    }

    /** What the message does not say yet. */
    private static Optional<String> of(TensorComparison comparison) {
        return switch (comparison) {
            case ShapeMismatch ignored -> Optional.empty();
            case Weighed weighed ->
                Optional.of("Mean squared error " + Words.error(weighed.mse()) + ", allowed "
                        + Words.error(weighed.allowed()) + ".");
        };
    }

    /** Why there is nothing to grade, with what the compiler said. */
    static String ofProblem(Grading grading) {
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.visible(grading.problem(), TEXT_CAP));
        grading.compiler().stream()
                .limit(DIAGNOSTICS_CAP)
                .forEach(message -> lines.add(SafeText.line(message.path(), LINE_CAP) + ":" + message.line() + ": "
                        + SafeText.visible(message.message(), TEXT_CAP)));
        return String.join("\n", lines);
    }
}
