package assay.server.config;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.server.store.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a server is set up.
 *
 * @param publicUrl as browsers see it; empty for the address it listens at
 * @param requests a minute, of one person or address
 * @param trustedHosts {@code host:port} that requests of ours may go to though they are not in the open Internet
 * @param jplag where somebody has put it; empty for what can be got
 * @param drain how long gradings under way may take to end when the process is stopped
 */
public record ServerConfig(
        Path data,
        String host,
        int port,
        String publicUrl,
        DatabaseUrl database,
        int workers,
        Set<String> capabilities,
        DataSize maxUpload,
        int requests,
        Set<String> trustedHosts,
        Duration drain,
        Optional<Path> jplag,
        boolean jsonLog) {
    private static final int HTTP_PORT = 65_535;

    public ServerConfig {
        requireNonNull(data, "data is null");
        requireNonNull(host, "host is null");
        requireNonNull(publicUrl, "publicUrl is null");
        requireNonNull(database, "database is null");
        requireNonNull(maxUpload, "maxUpload is null");
        requireNonNull(drain, "drain is null");
        requireNonNull(jplag, "jplag is null");
        capabilities = Set.copyOf(capabilities);
        trustedHosts = Set.copyOf(trustedHosts);
        if (port < 0 || port > HTTP_PORT) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
    }

    /** Whether browsers reach it by HTTPS, so that cookies may be confined to it. */
    public boolean secure() {
        return publicUrl.startsWith("https:");
    }

    /** The address as browsers see it, without a slash at its end. */
    public URI address(int listeningAt) {
        return URI.create(publicUrl.isEmpty() ? "http://" + host + ":" + listeningAt : publicUrl.replaceAll("/+$", ""));
    }

    public Path secrets() {
        return data.resolve("secrets");
    }
}
