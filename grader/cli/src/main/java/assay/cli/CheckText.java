package assay.cli;

import assay.core.domain.Verdict;
import assay.core.port.Diagnostic;
import assay.core.report.text.SafeText;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
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
        CheckText check = new CheckText(colour);
        if (!grading.problem().isEmpty()) {
            check.line(check.paint(grading.verdict()) + "  " + shown(grading.problem()));
        }
        grading.notices().forEach(notice -> check.line("Note: " + SafeText.line(notice.text(), CAP)));
        grading.compiler().forEach(check::diagnostic);
        if (grading.problem().isEmpty()) {
            grading.parts().forEach(check::part);
            check.summary(grading);
        }
        return check.text.toString();
    }

    private void part(PartResult part) {
        line(part.title() + (part.note().isEmpty() ? "" : " — " + SafeText.line(part.note(), CAP)));
        for (CaseResult result : part.cases()) {
            line("  " + paint(result.verdict()) + "  " + result.id() + milliseconds(result));
            detail(result.message());
            detail(result.misconception());
            result.stack().stream().limit(MOST_FRAMES).forEach(frame -> detail("at " + frame));
            if (result.verdict() != Verdict.AC) {
                result.printed().lines().limit(MOST_FRAMES).forEach(printed -> detail("| " + printed));
            }
        }
    }

    private void summary(Grading grading) {
        long all =
                grading.parts().stream().mapToLong(part -> part.cases().size()).sum();
        long accepted = grading.parts().stream()
                .flatMap(part -> part.cases().stream())
                .filter(result -> result.verdict() == Verdict.AC)
                .count();
        line("");
        line("%d of %d public cases accepted. Grading adds hidden cases with other shapes and values."
                .formatted(accepted, all));
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

    private static String milliseconds(CaseResult result) {
        long millis = result.usage().wall().toMillis();
        return millis > 0 ? "  (" + millis + " ms)" : "";
    }

    private String paint(Verdict verdict) {
        String word = String.format(Locale.ROOT, "%-3s", verdict);
        if (!colour) {
            return word;
        }
        int code = verdict == Verdict.AC ? 32 : verdict == Verdict.SK ? 33 : 31;
        return "\u001b[" + code + "m" + word + "\u001b[0m";
    }

    private static String shown(String strangers) {
        return SafeText.line(strangers, CAP);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
