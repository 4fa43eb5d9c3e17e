package assay.core.pipeline;

import assay.core.compare.TensorComparison;
import assay.core.domain.Limits;
import assay.core.domain.Verdict;
import assay.core.port.CallOutcome;
import java.util.Locale;

/** What a student reads about a case: what is wrong, and where, in a sentence or two. */
final class CaseMessages {
    static final String INPUTS_CHANGED =
            "Note: the code wrote to its input tensor; PyTorch's function leaves its input as it is.";

    private CaseMessages() {}

    static Verdict verdict(CallOutcome.Kind kind) {
        return switch (kind) {
            case MISSING, NOT_IMPLEMENTED -> Verdict.SK;
            case AMBIGUOUS, NOT_INSTANTIABLE -> Verdict.PV;
            case RETURNED_NULL, EXCEPTION, STACK_OVERFLOW -> Verdict.RTE;
            case OUT_OF_MEMORY -> Verdict.MLE;
        };
    }

    static Verdict verdict(CallOutcome.Cause cause) {
        return switch (cause) {
            case CPU_TIME, WALL_TIME -> Verdict.TLE;
            case MEMORY -> Verdict.MLE;
            case OUTPUT -> Verdict.OLE;
            case EXITED -> Verdict.RTE;
            case PROTOCOL -> Verdict.PV;
        };
    }

    static String threw(CallOutcome.Threw threw) {
        return switch (threw.kind()) {
            case MISSING, AMBIGUOUS, NOT_INSTANTIABLE -> threw.message();
            case NOT_IMPLEMENTED -> "Not implemented yet: the method throws UnsupportedOperationException.";
            case RETURNED_NULL -> "The method returned null; it must return a tensor.";
            case STACK_OVERFLOW -> "The recursion never ended: StackOverflowError.";
            case OUT_OF_MEMORY -> "The code ran out of memory: OutOfMemoryError.";
            case EXCEPTION -> threw.message().isEmpty() ? threw.type() : threw.type() + ": " + threw.message();
        };
    }

    static String killed(CallOutcome.Killed killed, Limits limits) {
        return switch (killed.cause()) {
            case CPU_TIME ->
                "Stopped after %s s of processor time; is there a loop that never ends?"
                        .formatted(limits.caseCpu().toSeconds());
            case WALL_TIME ->
                "Stopped after %s s; does the code wait for something that never comes?"
                        .formatted(limits.caseWall().toSeconds());
            case MEMORY -> "Stopped for using more than " + limits.memory() + " of memory.";
            case OUTPUT -> "Stopped for printing more than " + limits.output() + "; remove the debugging output.";
            case EXITED -> "The program ended in the middle of the call; is there a System.exit?";
            case PROTOCOL -> "What came out of the sandbox was not a tensor in the agreed form.";
        };
    }

    static String weighed(TensorComparison comparison) {
        return switch (comparison) {
            case TensorComparison.ShapeMismatch shapes ->
                "The shape is %s, but should be %s.".formatted(shapes.actual(), shapes.expected());
            case TensorComparison.Weighed weighed when weighed.matches() -> "";
            case TensorComparison.Weighed weighed ->
                weighed.first()
                        .map(first -> String.format(
                                Locale.ROOT,
                                "%d of %d values are off. The first is at %s: expected %s, got %s.",
                                weighed.mismatches(),
                                weighed.size(),
                                first.index(),
                                first.expected(),
                                first.actual()))
                        .orElseGet(() -> String.format(
                                Locale.ROOT,
                                "Every value is nearly right, but together they are off: mean squared error %.3g,"
                                        + " allowed %.3g.",
                                weighed.mse(),
                                weighed.allowed()));
        };
    }
}
