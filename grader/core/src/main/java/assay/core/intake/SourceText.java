package assay.core.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes a source file: UTF-8 and nothing else, for a replaced character could change what a program means. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    static String decode(String path, byte[] bytes) throws Refusal {
        Parsed<String> text = decode(bytes);
        return switch (text) {
            case Parsed.Value<String>(String value) -> value;
            case Parsed.Bad<String>(String why) -> throw new Refusal(Shown.quoted(path) + " is " + why);
        };
    }

    /** Without the byte order mark; or why not, e.g. {@code not UTF-8 at byte 120; save the file as UTF-8.} */
    static Parsed<String> decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            return new Parsed.Bad<>("not UTF-8 at byte " + input.position() + "; save the file as UTF-8.");
        }
        text.flip();
        boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return new Parsed.Value<>(
                text.subSequence(marked ? 1 : 0, text.length()).toString());
    }
}
