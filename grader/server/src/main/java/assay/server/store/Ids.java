package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that grow with time, so that new rows lie together, and whose rest nobody can guess: UUIDs of version 7. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MILLIS_SHIFT = 16;
    private static final long VERSION = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private Ids() {}

    public static String at(Instant now) {
        requireNonNull(now, "now is null");
        long high = now.toEpochMilli() << MILLIS_SHIFT | VERSION | (RANDOM.nextLong() & RANDOM_A);
        return new UUID(high, VARIANT | (RANDOM.nextLong() & RANDOM_B)).toString();
    }
}
