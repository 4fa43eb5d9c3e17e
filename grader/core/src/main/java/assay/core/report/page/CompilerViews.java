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
    private static final int SOURCE_CAP = 400;
    /** How much of a long line is shown before the caret. */
    private static final int LEAD = 80;
    /** A tab would end where the page's tab stops are, and the caret elsewhere. */
    private static final String TAB = "    ";

    private CompilerViews() {}

    static CompilerView of(List<Diagnostic> diagnostics) {
        return new CompilerView(
                diagnostics.stream().limit(MESSAGES).map(CompilerViews::message).toList(),
                Math.max(0, diagnostics.size() - MESSAGES));
    }

    private static CompilerView.Message message(Diagnostic diagnostic) {
        String line = diagnostic.sourceLine().stripTrailing();
        // Counted in characters from the start of the line; beyond its end where the line was capped.
        int column = diagnostic.column() - 1;
        boolean pointed = column >= 0 && column <= line.length() && !line.isEmpty();
        int start = start(line, pointed ? column : line.length());
        String before = pointed ? blank(line.substring(start, column)) : "";
        return new CompilerView.Message(
                diagnostic.severity() == Diagnostic.Severity.ERROR,
                place(diagnostic),
                SafeText.visible(diagnostic.message(), TEXT_CAP),
                SafeText.visible(untabbed(line.substring(start)), SOURCE_CAP),
                pointed ? before + "^" : "");
    }

    /** Leaves out the indentation, and of a long line what is far before the caret. */
    private static int start(String line, int column) {
        int indentation = line.length() - line.stripLeading().length();
        int start =
                column - indentation > LEAD && column < line.length() ? column - LEAD : Math.min(indentation, column);
        return start > 0 && Character.isLowSurrogate(line.charAt(start)) ? start - 1 : start;
    }

    private static String blank(String before) {
        return " ".repeat(DisplayWidth.of(SafeText.visible(untabbed(before), SOURCE_CAP)));
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
        return line.replace("\t", TAB).replace('\n', ' ');
    }
}
