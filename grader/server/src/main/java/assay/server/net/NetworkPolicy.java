package assay.server.net;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * Where requests may go, and how much they may cost.
 *
 * @param ports that may be asked for
 * @param trusted {@code host:port} of this installation's own, which may be private and without TLS
 * @param longestBody bytes of an answer
 * @param patience for the whole of it, from the first packet to the last
 */
public record NetworkPolicy(Set<Integer> ports, Set<String> trusted, int longestBody, Duration patience) {
    public NetworkPolicy {
        ports = Set.copyOf(ports);
        trusted = Set.copyOf(trusted);
        requireNonNull(patience, "patience is null");
        if (longestBody < 1) {
            throw new IllegalArgumentException("longestBody is not positive");
        }
    }

    /** HTTPS to the open Internet: for keys and small answers. */
    public static NetworkPolicy standard() {
        return new NetworkPolicy(Set.of(443), Set.of(), 1 << 20, Duration.ofSeconds(20));
    }

    public NetworkPolicy trusting(Set<String> hostsAndPorts) {
        return new NetworkPolicy(ports, hostsAndPorts, longestBody, patience);
    }

    public NetworkPolicy upTo(int bytes, Duration limit) {
        return new NetworkPolicy(ports, trusted, bytes, limit);
    }
}
