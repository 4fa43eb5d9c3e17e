package assay.core.intake;

import java.util.OptionalInt;

/**
 * Characters that a reader of source code does not see, though the compiler does: control, direction and zero-width
 * characters. See "Trojan Source" (CVE-2021-42574).
 */
final class InvisibleCharacters {
    private InvisibleCharacters() {}

    static boolean includes(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The offset of the first one that has no place in source text, where tabs and line ends have. */
    static OptionalInt firstIn(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.getType(point) == Character.FORMAT) {
                return OptionalInt.of(at);
            }
            at += Character.charCount(point);
        }
        return OptionalInt.empty();
    }
}
