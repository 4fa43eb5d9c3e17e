package assay.runner.compile;

import java.io.Writer;

/** The beginning of what javac prints outside its diagnostics: the reason where it breaks down. */
final class LastWords extends Writer {
    private static final int MAX_CHARS = 16 * 1024;

    private final StringBuilder kept = new StringBuilder();

    @Override
    public void write(char[] chars, int offset, int length) {
        kept.append(chars, offset, Math.min(length, MAX_CHARS - kept.length()));
    }

    @Override
    public String toString() {
        return kept.toString();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
