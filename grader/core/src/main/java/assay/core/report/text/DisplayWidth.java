package assay.core.report.text;

import java.lang.Character.UnicodeScript;

/** How many cells of a terminal or of a monospaced font a text takes. */
public final class DisplayWidth {
    private DisplayWidth() {}

    /** Marks and joiners take no cell; ideographs, kana, Hangul, full-width forms and emoji take two. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The text with spaces behind it, up to a width. */
    public static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text with spaces before it, up to a width. */
    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(point) ? 2 : 1;
        };
    }

    private static boolean wide(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> !(point >= 0xFF61 && point <= 0xFFDC);
            default ->
                Character.isEmojiPresentation(point)
                        || (point >= 0x3000 && point <= 0x303E)
                        || (point >= 0xFF01 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6);
        };
    }
}
