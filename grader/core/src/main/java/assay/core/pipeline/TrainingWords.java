package assay.core.pipeline;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.Verdict;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.TrainingRun;
import assay.core.port.TrainingRun.End;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a student reads about a training run. */
final class TrainingWords {
    private static final int MOST_DIFFERENCES = 12;

    private TrainingWords() {}

    /** What stands above the items: how the run went, and which weights are graded. */
    static String note(TrainingSpec spec, TrainingEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return "Graded from finished weights.";
        }
        TrainingRun run = evidence.run().get();
        boolean whole = run.end() instanceof End.Finished || run.epochs().isEmpty();
        String end = whole
                ? ""
                : end(run.end(), spec) + where(run.end()) + " Graded are the weights after epoch "
                        + run.epochs().getLast().number() + ". ";
        return (end + gpu(run.gpuTime(), spec)).strip();
    }

    static Verdict verdict(End end) {
        return switch (end) {
            case End.Finished _ -> Verdict.SK;
            case End.Stopped _ -> Verdict.SK;
            case End.Threw threw -> CaseMessages.verdict(threw.kind());
            case End.Killed killed -> CaseMessages.verdict(killed.cause());
        };
    }

    /** How a run ended, as a sentence. */
    static String end(End end, TrainingSpec spec) {
        return switch (end) {
            case End.Finished _ -> "The run ended by itself.";
            case End.Stopped stopped -> "The run was ended: " + stopped.reason() + ".";
            case End.Threw threw -> threw(threw);
            case End.Killed killed ->
                switch (killed.cause()) {
                    case WALL_TIME, CPU_TIME -> "Stopped: " + killed.detail() + ".";
                    case MEMORY -> "Stopped for using more than " + spec.memory() + " of memory.";
                    case OUTPUT -> "Stopped: " + killed.detail() + ".";
                    case EXITED -> "The program ended in the middle of training; is there a System.exit?";
                    case PROTOCOL -> "What came out of the sandbox was not in the agreed form.";
                };
        };
    }

    /** The line of the student's code at which a run broke off, as a sentence; empty where it did not, or is not known. */
    static String where(End end) {
        return end instanceof End.Threw threw && !threw.stack().isEmpty()
                ? " It was thrown at " + threw.stack().getFirst() + "."
                : "";
    }

    /** What a GPU was used for; empty where there was none. */
    static String gpu(Duration used, TrainingSpec spec) {
        return used.isZero()
                ? ""
                : "A GPU was assigned for " + seconds(used)
                        + spec.gpuTime().map(limit -> ", of " + seconds(limit)).orElse("") + ".";
    }

    private static String threw(End.Threw threw) {
        return switch (threw.kind()) {
            case MISSING, AMBIGUOUS, NOT_INSTANTIABLE -> sentence(threw.message());
            case NOT_IMPLEMENTED -> "Not implemented yet: the method throws UnsupportedOperationException.";
            case RETURNED_NULL -> "A method returned null.";
            case STACK_OVERFLOW -> "The recursion never ended: StackOverflowError.";
            case OUT_OF_MEMORY -> "The code ran out of memory: OutOfMemoryError.";
            case EXITED -> "System.exit was called.";
            case EXCEPTION -> ended(threw.message().isEmpty() ? threw.type() : threw.type() + ": " + threw.message());
        };
    }

    /** The differences of weights, the first of them; they begin with names, which are written small. */
    static String differences(List<String> differences) {
        String shown = String.join("; ", differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES)));
        int more = differences.size() - MOST_DIFFERENCES;
        return ended(shown + (more > 0 ? "; and " + more + " more" : ""));
    }

    /** E.g. {@code 7,812 of 10,000 test images are right: 78.12 % (95 % interval 77.30 to 78.92 %)}. */
    static String accuracy(Measured.Accuracy accuracy) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d test images are right: %s %% (95 %% interval %s to %s %%)",
                accuracy.correct(),
                accuracy.total(),
                percent(accuracy.share()),
                percent(accuracy.low()),
                percent(accuracy.high()));
    }

    /** Rounded down, so that 74.999 never reads as the 75 that it is not. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
    }

    /** Of an assignment: without needless zeros. */
    static String asked(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    static String loss(double loss) {
        return String.format(Locale.ROOT, "%.4f", loss);
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return ended(capital);
    }

    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
