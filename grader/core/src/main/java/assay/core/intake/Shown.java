package assay.core.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Names that a student chose, made fit for a message: capped, one line, nothing invisible. */
final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    /** In single quotes, with whatever cannot be seen as {@code U+202E}. */
    static String quoted(String raw) {
        return "'" + plain(raw) + "'";
    }

    static String plain(String raw) {
        StringBuilder shown = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(point -> {
            if (InvisibleCharacters.includes(point)) {
                shown.append("<U+%04X>".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        if (raw.codePointCount(0, raw.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.toString();
    }

    /** The first few, and how many more, e.g. {@code 'a', 'b' and 3 more}. */
    static String few(List<String> names, int most) {
        String first = names.stream().limit(most).map(Shown::quoted).collect(Collectors.joining(", "));
        return names.size() <= most ? first : first + " and " + (names.size() - most) + " more";
    }
}
