package assay.runner.frame;

import java.nio.charset.StandardCharsets;

/** Cuts texts to what a frame takes. */
public final class Text {
    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;

    private Text() {}

    /**
     * The text, or as much of its beginning as fits with an ellipsis; cut between code points.
     *
     * @param maxBytes of UTF-8, at least 3
     */
    public static String capped(String text, int maxBytes) {
        if (text.length() <= maxBytes && text.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return text;
        }
        int bytes = ELLIPSIS_BYTES;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            bytes += utf8Bytes(codePoint);
            if (bytes > maxBytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
