package assay.core.intake;

import java.text.Normalizer;

/** Which ids mean the same student. */
final class StudentIds {
    private StudentIds() {}

    /** The id itself: without spaces around it, and composed, since macOS decomposes the names of files. */
    static String normalised(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    }

    /** Equal for two ids which a case-insensitive disk cannot tell apart. */
    static String key(String id) {
        return fold(normalised(id));
    }

    /** Character by character, as file systems do it: {@code ß} stays one character. */
    static String fold(String text) {
        String folded = text.codePoints()
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
