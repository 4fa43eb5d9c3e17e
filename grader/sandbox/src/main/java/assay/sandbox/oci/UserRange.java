package assay.sandbox.oci;

import java.util.Map;

/**
 * Numbers of users outside that a container's are mapped to, each container its own: who got out of one would be nobody
 * there, and the owner of nothing.
 *
 * @param first number outside, of the container's root
 */
record UserRange(long first) {
    private static final long SIZE = 65_536;

    /** Above all that systemd hands out, below what is no positive number in 32 bits. */
    private static final long LOWEST = 1_900_544_000;

    private static final long RANGES = 3_000;

    /** A range for the container of that number; they come again after some thousands. */
    static UserRange of(long container) {
        return new UserRange(LOWEST + container % RANGES * SIZE);
    }

    Map<String, Object> mapping() {
        return Map.of("containerID", 0, "hostID", first, "size", SIZE);
    }
}
