package assay.core.pipeline;

import assay.core.compare.TensorComparison;
import assay.core.domain.Limits;
import assay.core.domain.Verdict;
import assay.core.port.CallOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** What a student reads about a case: what is wrong, and where, in a sentence or two. */
final class CaseMessages {
    static final String INPUTS_CHANGED =
            "Note: the code wrote to its input tensor; PyTorch's function leaves its input as it is.";

    /** How a sandbox begins where print-outs are to blame; a result can be too large as well. */
    private static final String PRINTED = "it printed";

    private CaseMessages() {}

    static Verdict verdict(CallOutcome.Kind kind) {
        return switch (kind) {
            case MISSING, NOT_IMPLEMENTED -> Verdict.SK;
            case AMBIGUOUS, NOT_INSTANTIABLE -> Verdict.PV;
            case RETURNED_NULL, EXCEPTION, STACK_OVERFLOW, EXITED -> Verdict.RTE;
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
            case EXITED -> "System.exit was called: it ends the whole program; return or throw instead.";
            case EXCEPTION -> threw.message().isEmpty() ? threw.type() : threw.type() + ": " + threw.message();
        };
    }

    static String killed(CallOutcome.Killed killed, Limits limits) {
        return switch (killed.cause()) {
            case CPU_TIME ->
                "Stopped after %s of processor time; is there a loop that never ends?"
                        .formatted(time(limits.caseCpu()));
            case WALL_TIME ->
                "Stopped after %s; does the code wait for something that never comes?"
                        .formatted(time(limits.caseWall()));
            case MEMORY -> "Stopped for using more than " + limits.memory() + " of memory.";
            case OUTPUT ->
                killed.detail().isEmpty() || killed.detail().startsWith(PRINTED)
                        ? "Stopped for printing more than " + limits.output() + "; remove the debugging output."
                        : "Stopped: " + killed.detail() + ".";
            case EXITED -> "The program ended in the middle of the call; is there a System.exit?";
            case PROTOCOL -> "What came out of the sandbox was not a tensor in the agreed form.";
        };
    }

    /** In seconds, or below one in milliseconds: {@code 2.5 s}, {@code 500 ms}. */
    private static String time(Duration limit) {
        if (limit.toSeconds() == 0) {
            return limit.toMillis() + " ms";
        }
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
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
