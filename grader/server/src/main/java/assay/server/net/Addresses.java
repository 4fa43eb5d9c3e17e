package assay.server.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie in the open Internet (IANA's special-purpose registries, RFC 6890). Java hands out IPv4-mapped
 * IPv6 as plain IPv4; the other ways to wrap one address in another are refused as a whole.
 */
final class Addresses {
    private static final List<Range> CLOSED_4 = List.of(
            range(0, 0, 0, 0, 8),
            range(10, 0, 0, 0, 8),
            range(100, 64, 0, 0, 10),
            range(127, 0, 0, 0, 8),
            range(169, 254, 0, 0, 16),
            range(172, 16, 0, 0, 12),
            range(192, 0, 0, 0, 24),
            range(192, 0, 2, 0, 24),
            range(192, 88, 99, 0, 24),
            range(192, 168, 0, 0, 16),
            range(198, 18, 0, 0, 15),
            range(198, 51, 100, 0, 24),
            range(203, 0, 113, 0, 24),
            range(224, 0, 0, 0, 3));

    private record Range(int network, int bits) {
        boolean holds(int address) {
            return (address ^ network) >>> (Integer.SIZE - bits) == 0;
        }
    }

    private Addresses() {}

    static boolean isOpen(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            int value = join(bytes);
            return CLOSED_4.stream().noneMatch(range -> range.holds(value));
        }
        int first = join(bytes);
        int high = first >>> 16;
        boolean global = high >>> 13 == 1; // 2000::/3
        boolean special = high == 0x2002 // 6to4
                || first >>> 9 == 0x20010000 >>> 9 // Teredo and other protocol assignments, 2001::/23
                || first == 0x20010db8 // documentation
                || high >>> 4 == 0x3fff >>> 4; // documentation, 3fff::/20
        return global && !special;
    }

    private static int join(byte[] bytes) {
        return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    }

    private static Range range(int a, int b, int c, int d, int bits) {
        return new Range(a << 24 | b << 16 | c << 8 | d, bits);
    }
}
