package assay.core.report.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Makes a stranger's text fit to be shown: capped, and with every character visible that could make it read as something
 * else than it is. Escaping for HTML, XML, CSV or JSON comes on top and is the writer's.
 */
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /**
     * At most {@code cap} characters, cut between code points, with a note of how many are left out. Bidirectional
     * controls ("Trojan Source", CVE-2021-42574), invisible characters and controls other than line feed and tab become
     * their code point in brackets, e.g. {@code ⟨U+202E⟩}; a lone surrogate becomes U+FFFD.
     */
    public static String visible(String text, int cap) {
        requireNonNull(text, "text is null");
        int end = cut(text, cap);
        StringBuilder shown = new StringBuilder(end + 32);
        text.substring(0, end).replace("\r\n", "\n").codePoints().forEach(point -> append(shown, point));
        if (end < text.length()) {
            shown.append(String.format(Locale.ROOT, "… (%,d more characters)", text.length() - end));
        }
        return shown.toString();
    }

    /** The same of all of it. */
    public static String visible(String text) {
        return visible(text, Integer.MAX_VALUE);
    }

    /** The same on one line: line feeds and tabs become spaces. */
    public static String line(String text, int cap) {
        return visible(text.strip().replace("\r\n", "\n").replace('\n', ' ').replace('\t', ' '), cap);
    }

    private static int cut(String text, int cap) {
        if (text.length() <= cap) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(cap - 1)) ? cap - 1 : cap;
    }

    private static void append(StringBuilder shown, int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            shown.appendCodePoint(REPLACEMENT);
        } else if (misleading(point)) {
            shown.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean misleading(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        if (joiner(point)) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // Blank letters: the Hangul fillers take part in names and cannot be seen.
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        };
    }

    /** Zero-width joiners belong to honest Persian, Hindi and emoji; they change no order. */
    private static boolean joiner(int point) {
        return point == 0x200C || point == 0x200D;
    }
}
