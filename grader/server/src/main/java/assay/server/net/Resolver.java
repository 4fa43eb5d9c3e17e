package assay.server.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Asked once a request: who could answer a second time could answer otherwise. */
@FunctionalInterface
public interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's. */
    static Resolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
