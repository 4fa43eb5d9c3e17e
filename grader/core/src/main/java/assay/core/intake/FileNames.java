package assay.core.intake;

import assay.core.domain.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Makes file names of student ids. The result is safe on every file system and, unescaped, in a URL: ASCII letters,
 * digits, and {@code - _ . @ + ~} only, never hidden, never a name that Windows reserves, at most {@value #LONGEST}
 * characters, so that a suffix fits. Two different students never share one, on case-insensitive disks either.
 */
public final class FileNames {
    private static final int LONGEST = 120;
    private static final int KEPT_OF_LONG = 80;
    private static final int DIGITS = 32;
    private static final char ESCAPE = '~';
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private FileNames() {}

    /**
     * Every other character becomes {@code ~} and two hexadecimal digits for each of its bytes in UTF-8: {@code josé}
     * is {@code jos~c3~a9}. What gets too long ends in {@code ~~} and a digest instead.
     */
    public static String of(String id) {
        String name = StudentIds.normalised(id);
        StringBuilder encoded = new StringBuilder();
        boolean reserved = isReserved(name);
        int at = 0;
        while (at < name.length()) {
            int point = name.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean edge = at == 0 || next == name.length();
            boolean kept = isKept(point) && !(edge && isBadAtTheEdge(point)) && !(reserved && at == 0);
            encoded.append(kept ? Character.toString(point) : escaped(point));
            at = next;
        }
        if (encoded.isEmpty()) {
            return String.valueOf(ESCAPE);
        }
        return encoded.length() <= LONGEST ? encoded.toString() : shortened(encoded.toString(), name);
    }

    /** Whether Windows takes the name for a device, whatever follows the first dot. */
    static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String base = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(base) || base.matches("(com|lpt)[0-9¹²³]");
    }

    private static boolean isKept(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= '0' && point <= '9')
                || "-_.@+".indexOf(point) >= 0;
    }

    /** A dot hides a file or is lost by Windows; the others mean something to commands. */
    private static boolean isBadAtTheEdge(int point) {
        return "-.@+".indexOf(point) >= 0;
    }

    private static String escaped(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            // Half a pair has no bytes in UTF-8.
            return ESCAPE + "u" + HexFormat.of().toHexDigits((char) point);
        }
        StringBuilder bytes = new StringBuilder();
        for (byte value : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            bytes.append(ESCAPE).append(HexFormat.of().toHexDigits(value));
        }
        return bytes.toString();
    }

    /** Folded before it is digested, so that ids of one student stay together; {@code ~~} occurs in no other name. */
    private static String shortened(String encoded, String name) {
        String digest = Digests.of(StudentIds.fold(name).getBytes(StandardCharsets.UTF_16BE));
        return encoded.substring(0, KEPT_OF_LONG) + ESCAPE + ESCAPE + digest.substring(0, DIGITS);
    }
}
