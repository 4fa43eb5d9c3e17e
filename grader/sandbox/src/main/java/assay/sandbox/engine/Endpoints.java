package assay.sandbox.engine;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.DockerDesktopClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.InvalidConfigurationException;
import org.testcontainers.dockerclient.NpipeSocketClientProviderStrategy;
import org.testcontainers.dockerclient.RootlessDockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.dockerclient.UnixSocketClientProviderStrategy;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;

/**
 * Where an engine may listen, in the order in which Testcontainers would try. Its strategies are asked one by one:
 * its own loop gives up for the life of the JVM once it found nothing, so that no engine could be installed afterwards,
 * and writes what it found to a file in the user's home.
 */
@SuppressWarnings("deprecation") // the strategies are meant for that loop, which would be asked only once
final class Endpoints {
    private Endpoints() {}

    static List<TransportConfig> all(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_HOST", "");
        if (!named.isEmpty()) {
            return List.of(named(named, environment)); // the user said where: nothing else will do
        }
        EnvironmentAndSystemPropertyClientProviderStrategy configured =
                new EnvironmentAndSystemPropertyClientProviderStrategy();
        if (configured.isApplicable()) { // by a property, or a file of Testcontainers'
            return transport(configured).stream().toList();
        }
        return switch (OperatingSystem.current()) {
            case LINUX -> present(List.of(rootless(), transport(new UnixSocketClientProviderStrategy()), desktop()));
            case MAC, OTHER -> present(List.of(transport(new UnixSocketClientProviderStrategy()), desktop()));
            case WINDOWS -> present(List.of(transport(new NpipeSocketClientProviderStrategy())));
        };
    }

    /** Of the system's own engine, as it listens after an installation. */
    static TransportConfig ofSystem() {
        return TransportConfig.builder()
                .dockerHost(URI.create("unix:///var/run/docker.sock"))
                .build();
    }

    private static TransportConfig named(String host, Map<String, String> environment) {
        DefaultDockerClientConfig.Builder config =
                DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host);
        Optional.ofNullable(environment.get("DOCKER_CERT_PATH")).ifPresent(config::withDockerCertPath);
        Optional.ofNullable(environment.get("DOCKER_TLS_VERIFY")).ifPresent(config::withDockerTlsVerify);
        DefaultDockerClientConfig built = config.build();
        return TransportConfig.builder()
                .dockerHost(built.getDockerHost())
                .sslConfig(built.getSSLConfig())
                .build();
    }

    private static Optional<TransportConfig> rootless() {
        RootlessDockerClientProviderStrategy rootless = new RootlessDockerClientProviderStrategy();
        return Optional.ofNullable(rootless.getSocketPath()).flatMap(path -> transport(rootless));
    }

    private static Optional<TransportConfig> desktop() {
        DockerDesktopClientProviderStrategy desktop = new DockerDesktopClientProviderStrategy();
        return Optional.ofNullable(desktop.getSocketPath()).flatMap(path -> transport(desktop));
    }

    private static Optional<TransportConfig> transport(DockerClientProviderStrategy strategy) {
        try {
            return Optional.of(strategy.getTransportConfig());
        } catch (InvalidConfigurationException | UnsupportedOperationException e) {
            return Optional.empty(); // not on this machine
        }
    }

    private static List<TransportConfig> present(List<Optional<TransportConfig>> found) {
        return found.stream().flatMap(Optional::stream).toList();
    }
}
