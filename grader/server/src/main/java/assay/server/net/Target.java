package assay.server.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request goes, after every check: the name for TLS, and the one address that was checked.
 *
 * @param tls whether it is HTTPS
 */
record Target(String host, int port, boolean tls, InetAddress address) {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,62})?)*");
    /** Whatever ends in a number is an address to some parser, as 0x7f.1 is. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");

    private static final Pattern QUAD = Pattern.compile(
            "((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");

    /** Why we do not ask there. */
    static final class NotAllowed extends Exception {
        private static final long serialVersionUID = 1L;

        NotAllowed(String reason) {
            super(reason);
        }
    }

    static Target of(URI uri, NetworkPolicy policy, Resolver resolver) throws NotAllowed, UnknownHostException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) {
            throw new NotAllowed("only https is asked for");
        }
        if (uri.getRawUserInfo() != null || uri.getHost() == null || uri.getRawFragment() != null) {
            throw new NotAllowed("the address names a user or a fragment, or no host");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        boolean trusted = policy.trusted().contains(host + ":" + port);
        if (!tls && !trusted) {
            throw new NotAllowed("only https is asked for");
        }
        if (!policy.ports().contains(port) && !trusted) {
            throw new NotAllowed("port " + port + " is not asked for");
        }
        requireHost(host);
        List<InetAddress> addresses = resolver.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        if (!trusted && !addresses.stream().allMatch(Addresses::isOpen)) {
            throw new NotAllowed("the host has an address that is not in the open Internet");
        }
        return new Target(host, port, tls, addresses.getFirst());
    }

    private static void requireHost(String host) throws NotAllowed {
        boolean six = host.startsWith("[") && host.endsWith("]") && host.indexOf('%') < 0;
        if (!six && !NAME.matcher(host).matches()) {
            throw new NotAllowed("the host's name is not one");
        }
        if (NUMERIC.matcher(host).matches() && !QUAD.matcher(host).matches()) {
            throw new NotAllowed("the address is written in an unusual way");
        }
    }

    String authority() {
        boolean usual = port == (tls ? 443 : 80);
        return usual ? host : host + ":" + port;
    }

    /** For TLS, without the brackets of an address. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
