package assay.core.report.page;

import assay.core.port.Diagnostic;
import assay.core.report.text.DisplayWidth;
import assay.core.report.text.SafeText;
import java.util.List;

/** Lays out compiler messages, the caret under the column. */
final class CompilerViews {
    private static final int MESSAGES = 40;
    private static final int PATH_CAP = 200;
    private static final int TEXT_CAP = 1500;
    private static final int SOURCE_CAP = 160;
    /** How much of a long line is shown before the caret. */
    private static final int LEAD = 80;
    /** javac counts a tab as a step to the next multiple of eight. */
    private static final int TAB = 8;

    private CompilerViews() {}

    static CompilerView of(List<Diagnostic> diagnostics) {
        return new CompilerView(
                diagnostics.stream().limit(MESSAGES).map(CompilerViews::message).toList(),
                Math.max(0, diagnostics.size() - MESSAGES));
    }

    private static CompilerView.Message message(Diagnostic diagnostic) {
        String line = untabbed(diagnostic.sourceLine().stripTrailing());
        int column = Math.min(diagnostic.column() - 1, line.length());
        int start = line.length() - line.stripLeading().length();
        if (column - start > LEAD) {
            start = column - LEAD;
        }
        start = Math.clamp(start, 0, Math.max(0, column));
        String source = SafeText.visible(line.substring(start), SOURCE_CAP);
        boolean pointed = diagnostic.column() > 0 && !source.isEmpty();
        String before = pointed ? SafeText.visible(line.substring(start, column), SOURCE_CAP) : "";
        return new CompilerView.Message(
                diagnostic.severity() == Diagnostic.Severity.ERROR,
                place(diagnostic),
                SafeText.visible(diagnostic.message(), TEXT_CAP),
                source,
                pointed ? " ".repeat(DisplayWidth.of(before)) + "^" : "");
    }

    private static String place(Diagnostic diagnostic) {
        StringBuilder place = new StringBuilder(SafeText.line(diagnostic.path(), PATH_CAP));
        if (diagnostic.line() > 0) {
            place.append(':').append(diagnostic.line());
            if (diagnostic.column() > 0) {
                place.append(':').append(diagnostic.column());
            }
        }
        return place.toString();
    }

    private static String untabbed(String line) {
        StringBuilder spaced = new StringBuilder();
        for (char letter : line.toCharArray()) {
            if (letter == '\t') {
                spaced.repeat(' ', TAB - spaced.length() % TAB);
            } else {
                spaced.append(letter == '\n' ? ' ' : letter);
            }
        }
        return spaced.toString();
    }
}
