package assay.runner.compile;

import assay.runner.frame.FrameLimits;
import assay.runner.frame.FromCompiler.Message;
import assay.runner.frame.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects what javac has to say, capped; its notes are left out. */
final class Diagnostics implements DiagnosticListener<JavaFileObject> {
    private static final int SOURCE_LINE_CHARS = 300;

    private final List<Message> messages = new ArrayList<>();
    private int errors;

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        boolean error = switch (diagnostic.getKind()) {
            case ERROR -> true;
            case WARNING, MANDATORY_WARNING, NOTE, OTHER -> false;
        };
        if (error) {
            errors++;
        }
        boolean note = diagnostic.getKind() == Diagnostic.Kind.NOTE || diagnostic.getKind() == Diagnostic.Kind.OTHER;
        if (!note && messages.size() < FrameLimits.DIAGNOSTICS) {
            messages.add(message(error, diagnostic));
        }
    }

    int errors() {
        return errors;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    private static Message message(boolean error, Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = Text.capped(diagnostic.getMessage(Locale.ROOT), FrameLimits.MESSAGE_BYTES);
        if (!(diagnostic.getSource() instanceof SourceText source)) {
            return new Message(error, "", 0, 0, text, "");
        }
        if (diagnostic.getPosition() == Diagnostic.NOPOS) {
            return new Message(error, source.path(), 0, 0, text, "");
        }
        // javac counts a tab as up to eight columns; an editor's column counts characters.
        int position = (int) Math.min(diagnostic.getPosition(), source.text().length());
        int lineStart = startOfLine(source.text(), position);
        return new Message(
                error,
                source.path(),
                (int) diagnostic.getLineNumber(),
                position - lineStart + 1,
                text,
                line(source.text(), lineStart));
    }

    private static int startOfLine(String text, int position) {
        int start = position;
        while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String line(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < SOURCE_LINE_CHARS && !isLineEnd(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1 < start ? start : end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
