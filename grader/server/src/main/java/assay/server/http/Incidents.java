package assay.server.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Numbers by which whoever runs the server finds in the log what a person saw. */
final class Incidents {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 6;

    private Incidents() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
