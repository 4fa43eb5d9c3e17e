package assay.cli;

import assay.core.compare.TensorComparison;
import assay.core.domain.Verdict;
import assay.core.port.Diagnostic;
import assay.core.report.text.SafeText;
import assay.core.report.text.Words;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a student reads on the terminal after a check: a line a case, and what is wrong under it. */
final class CheckText {
    private static final String INDENT = "        ";
    private static final int MOST_FRAMES = 5;
    private static final int CAP = 400;

    private final StringBuilder text = new StringBuilder();
    private final boolean colour;

    private CheckText(boolean colour) {
        this.colour = colour;
    }

    /** Lines that end with a line feed; {@code colour} allows ANSI escapes. */
    static String of(Grading grading, boolean colour) {
        return of(grading, "public cases accepted. Grading adds hidden cases with other shapes and values.", colour);
    }

    /**
     * The same of an assignment that trains.
     *
     * @param kernels whether there are kernels in it, too
     */
    static String ofTraining(Grading grading, boolean kernels, boolean colour) {
        String same = "accepted. Grading looks at the same of what is trained";
        return of(
                grading,
                same + (kernels ? ", and adds hidden cases with other shapes and values to kernels." : "."),
                colour);
    }

    /** @param rest of the sentence that begins with how many of how many */
    private static String of(Grading grading, String rest, boolean colour) {
        CheckText check = new CheckText(colour);
        if (!grading.problem().isEmpty()) {
            check.line(check.paint(grading.verdict()) + "  " + shown(grading.problem()));
        }
        grading.notices().forEach(notice -> check.line("Note: " + SafeText.line(notice.text(), CAP)));
        grading.compiler().forEach(check::diagnostic);
        grading.parts().stream()
                .filter(part -> grading.problem().isEmpty() || part.verdict() != grading.verdict())
                .forEach(check::part);
        if (grading.problem().isEmpty()) {
            check.summary(grading, rest);
        }
        return check.text.toString();
    }

    /** The parts alone. */
    static String of(List<PartResult> parts, boolean colour) {
        CheckText check = new CheckText(colour);
        parts.forEach(check::part);
        return check.text.toString();
    }

    private void part(PartResult part) {
        line(part.title() + (part.note().isEmpty() ? "" : " — " + SafeText.line(part.note(), CAP)));
        int width = part.cases().stream()
                .mapToInt(result -> result.id().length())
                .max()
                .orElse(0);
        for (CaseResult result : part.cases()) {
            String figures = figures(result);
            line("  " + paint(result.verdict()) + "  "
                    + (figures.isEmpty() ? result.id() : padded(result.id(), width) + "  (" + figures + ")"));
            detail(result.message());
            detail(result.misconception());
            result.stack().stream().limit(MOST_FRAMES).forEach(frame -> detail("at " + frame));
            if (result.verdict() != Verdict.AC && result.verdict() != Verdict.PD) {
                result.printed().lines().limit(MOST_FRAMES).forEach(printed -> detail("| " + printed));
            }
        }
    }

    private void summary(Grading grading, String rest) {
        List<CaseResult> decided = grading.parts().stream()
                .flatMap(part -> part.cases().stream())
                .filter(result -> result.verdict() != Verdict.PD)
                .toList();
        long accepted = decided.stream()
                .filter(result -> result.verdict() == Verdict.AC)
                .count();
        if (decided.isEmpty()) {
            return;
        }
        line("");
        line("%d of %d %s".formatted(accepted, decided.size(), rest));
    }

    private void diagnostic(Diagnostic diagnostic) {
        String kind = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        line("%s:%d: %s: %s".formatted(shown(diagnostic.path()), diagnostic.line(), kind, shown(diagnostic.message())));
        if (!diagnostic.sourceLine().isEmpty()) {
            String source = SafeText.visible(diagnostic.sourceLine().replace('\t', ' '), CAP);
            line("    " + source);
            line("    " + " ".repeat(Math.clamp(diagnostic.column() - 1L, 0, source.length())) + "^");
        }
    }

    private void detail(String sentence) {
        if (!sentence.isEmpty()) {
            line(INDENT + shown(sentence));
        }
    }

    /** Time, and the error against what is allowed; each where there is one. */
    private static String figures(CaseResult result) {
        List<String> figures = new ArrayList<>();
        if (result.usage().wall().isPositive()) {
            figures.add(Words.elapsed(result.usage().wall()));
        }
        result.comparison()
                .filter(TensorComparison.Weighed.class::isInstance)
                .map(TensorComparison.Weighed.class::cast)
                .filter(weighed -> Double.isFinite(weighed.mse()))
                .ifPresent(weighed -> {
                    figures.add("mse " + Words.error(weighed.mse()));
                    figures.add("allowed " + Words.error(weighed.allowed()));
                });
        return String.join(", ", figures);
    }

    private static String padded(String id, int width) {
        return id + " ".repeat(width - id.length());
    }

    private String paint(Verdict verdict) {
        String word = String.format(Locale.ROOT, "%-3s", verdict);
        if (!colour) {
            return word;
        }
        int code = verdict == Verdict.AC ? 32 : verdict == Verdict.SK || verdict == Verdict.PD ? 33 : 31;
        return "\u001b[" + code + "m" + word + "\u001b[0m";
    }

    private static String shown(String strangers) {
        return SafeText.line(strangers, CAP);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
