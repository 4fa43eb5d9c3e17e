package assay.core.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bounds what a library can be made to build from a zip before it is opened: it makes an object for each header that
 * it finds and for each four bytes of an extra field. No reader sees more headers than there are signatures.
 */
final class ZipSurvey {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int EXTRA_LENGTH_AT = 30;
    /** Beside the entries themselves: those of archives stored inside. */
    private static final int SLACK = 2;

    private static final int EXTRA_PER_ENTRY = 256;
    private static final int BEGINNING = 16;

    private ZipSurvey() {}

    static void check(byte[] zip, IntakeLimits limits) throws Refusal {
        check(ByteBuffer.wrap(zip), limits);
    }

    /** @param zip the whole of it, which may be a file that is mapped rather than read */
    static void check(ByteBuffer zip, IntakeLimits limits) throws Refusal {
        ByteBuffer bytes = zip.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.limit();
        int first = length < Integer.BYTES ? 0 : bytes.getInt(0);
        if (first != LOCAL_HEADER && first != END) {
            byte[] beginning = new byte[Math.min(length, BEGINNING)];
            bytes.get(0, beginning);
            throw new Refusal(ArchiveFormat.unlike("a zip archive", beginning));
        }
        long most = (long) SLACK * limits.entries();
        long headers = 0;
        long extra = 0;
        for (int at = 0; at + EXTRA_LENGTH_AT + Short.BYTES <= length; at++) {
            if (bytes.get(at) == 'P' && bytes.getInt(at) == CENTRAL_HEADER) {
                headers++;
                extra += Short.toUnsignedInt(bytes.getShort(at + EXTRA_LENGTH_AT));
            }
        }
        if (headers > most) {
            throw new Refusal("There are more than " + limits.entries() + " files and folders.");
        }
        if (extra > most * EXTRA_PER_ENTRY) {
            throw new Refusal("The zip archive holds far more headers than files.");
        }
    }
}
